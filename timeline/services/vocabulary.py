"""The vocabulary in the database -> the plain values that extraction takes."""

from django.core.management import call_command

from timeline.extraction import Vocabulary
from timeline.models import Actor, Kind, Place, Trigger


def ensure_vocabulary() -> bool:
    """Loads the vocabulary that comes with Tumen into a database that has none; whether it did."""
    if Kind.objects.exists():
        return False
    call_command("loaddata", "vocabulary", verbosity=0)
    return True


def load_vocabulary() -> Vocabulary:
    """All of the vocabulary, in an order that does not depend on the database."""
    kinds = list(Kind.objects.order_by("slug"))
    slugs = {kind.pk: kind.slug for kind in kinds}
    places = list(Place.objects.order_by("id"))
    place_slugs = {place.pk: place.slug for place in places}
    return Vocabulary(
        kinds=tuple(kind.as_value() for kind in kinds),
        actors=tuple(actor.as_value() for actor in Actor.objects.order_by("id")),
        places=tuple(place.as_value(place_slugs.get(place.parent_id or 0, "")) for place in places),
        triggers=tuple(trigger.as_value(slugs[trigger.kind_id]) for trigger in Trigger.objects.order_by("id")),
    )
