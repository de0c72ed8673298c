"""What happens when an editor changes an event."""

from collections.abc import Iterable

from timeline.models import Event


def note_edit(event: Event, changed: Iterable[str], *, new: bool) -> None:
    """Makes the changed fields the editor's: no import sets them again. The caller saves the event."""
    fields = set(Event.MACHINE_FIELDS) if new else set(changed) & set(Event.MACHINE_FIELDS)
    if "date" in fields:
        event.date_basis = Event.Basis.EDITOR if event.date else Event.Basis.UNKNOWN
        fields.add("date_basis")
    event.edited_fields = sorted({*event.edited_fields, *fields})
    if new and not event.slug:
        event.slug = free_slug(event)
        event.edited_fields = sorted({*event.edited_fields, "slug"})


def free_slug(event: Event) -> str:
    """An address for an event that an editor adds, numbered when it is taken."""
    from django.utils.text import slugify

    base = slugify(f"{event.title} {event.date or 'undated'}")[:90] or "event"
    slug, count = base, 1
    while Event.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{base}-{count}"
    return slug


def restore_machine_values(event: Event) -> None:
    """Gives every field back to the texts and shows the event again; the next merge fills them in."""
    event.edited_fields = [name for name in event.edited_fields if name == "slug"]
    event.status = Event.Status.MACHINE
    event.save()


def withdraw(event: Event) -> None:
    """Takes the event from readers. It stays in the database, so that no import brings it back."""
    event.status = Event.Status.HIDDEN
    event.save()
