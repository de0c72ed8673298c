"""An event taken away: linked data, cards and citations."""

import json
import re
from datetime import date

import pytest

from timeline.models import Event
from timeline.sharing import citations_of

pytestmark = pytest.mark.usefixtures("plain_static")


@pytest.fixture
def event(demo) -> Event:
    return Event.objects.get(place__slug="vladivostok", date="2019-04-25")


def linked(client, event) -> dict:
    page = client.get(event.get_absolute_url()).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_linked_data_holds_the_event_and_its_quotations(client, event):
    record = linked(client, event)
    assert (record["@type"], record["name"], record["startDate"]) == ("Event", event.title, "2019-04-25")
    assert record["location"]["name"] == "Vladivostok"
    quotes = {quotation["text"] for quotation in record["subjectOf"]}
    assert quotes == {c.passage.quote for c in event.citations.filter(stance="supports")}
    assert all(quotation["isPartOf"]["publisher"]["name"] for quotation in record["subjectOf"])


def test_an_imprecise_event_has_no_start_date(client, event):
    Event.objects.filter(pk=event.pk).update(date="2019", precision="year")
    assert "startDate" not in linked(client, event)


def test_no_title_breaks_out_of_the_linked_data(client, event):
    hostile = "</script><script>alert(1)</script> & more"
    Event.objects.filter(pk=event.pk).update(title=hostile)
    assert linked(client, event)["name"] == hostile
    assert "<script>alert" not in client.get(event.get_absolute_url()).content.decode()


def test_the_page_has_a_card_for_those_who_share_it(client, event):
    page = client.get(event.get_absolute_url()).content.decode()
    assert f'<meta property="og:title" content="25 April 2019: {event.title}">' in page
    assert f'<link rel="canonical" href="http://testserver{event.get_absolute_url()}">' in page


def test_citations_name_the_address_and_the_day_of_access(event):
    event.title = "50% {more} & less"
    styles = dict(citations_of(event, "https://tumen.example/e/", date(2031, 3, 4)))
    assert list(styles) == ["Chicago", "APA", "BibTeX", "RIS"]
    assert all("https://tumen.example/e/" in text for text in styles.values())
    assert "Accessed 4 March 2031" in styles["Chicago"]
    assert "title = {{50\\% more \\& less}}" in styles["BibTeX"]
    assert styles["RIS"].splitlines()[0] == "TY  - ELEC"
    assert "Y2  - 2031/03/04" in styles["RIS"]
