"""manage.py export_events: the timeline as JSON or CSV, under the filters of the page."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.http import QueryDict

from timeline.browsing import FACETS, EventFilterForm
from timeline.exports import as_csv, as_json
from timeline.management.base import TimelineCommand


class Command(TimelineCommand):
    help = "Prints the events of the timeline, in date order, with their citations."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("json", "csv"), default="json")
        parser.add_argument("--q", default="", help="words that the event or its passages hold")
        parser.add_argument("--from", default="", dest="from_", help="first date, for example 2019 or “June 2024”")
        parser.add_argument("--to", default="", help="last date")
        parser.add_argument("--least", default="", choices=("1", "2", "3"), help="at least so many independent sources")
        parser.add_argument("--disputed", action="store_true", help="only those on which sources disagree")
        parser.add_argument("--within", action="store_true", help="only those certainly within the period")
        for facet in FACETS:
            parser.add_argument(
                f"--{facet}", action="append", default=[], help="may be given several times: any of them"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        data = QueryDict(mutable=True)
        data.update({"q": options["q"], "from": options["from_"], "to": options["to"]})
        data["least"] = options["least"]
        data.update({name: "1" for name in ("disputed", "within") if options[name]})
        for facet in FACETS:
            data.setlist(facet, options[facet])
        form = EventFilterForm(data)
        if form.errors:
            raise CommandError(
                " ".join(str(message) for messages in form.errors.values() for message in messages), returncode=2
            )
        ids = form.found.ids()
        for line in as_csv(ids) if options["format"] == "csv" else as_json(ids):
            self.stdout.write(line, ending="")
