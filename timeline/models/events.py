"""Events, the mentions that they are made of, and the citations that support them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from articles import edtf
from articles.models import Article, Passage
from timeline.querysets import EventQuerySet
from timeline.salience import salience
from timeline.searching.words import normalise

from .vocabulary import Actor, Kind, Place


def validate_edtf(value: str) -> None:
    """Raises ValidationError when the value is not a date in the stored notation."""
    try:
        edtf.bounds(value)
    except edtf.BadDate as error:
        raise ValidationError(str(error)) from error


class Modality(models.TextChoices):
    ASSERTED = "asserted", "Reported as fact"
    CLAIMED = "claimed", "Claim"
    PLANNED = "planned", "Plan"
    DENIED = "denied", "Denied"


class Event(models.Model):
    """What happened. Machine-made until an editor changes a field; such a field is the editor's from then on."""

    class Status(models.TextChoices):
        MACHINE = "machine", "as read from the texts"
        REVIEWED = "reviewed", "checked by an editor"
        HIDDEN = "hidden", "withdrawn by an editor"

    class Basis(models.TextChoices):
        STATED = "stated", "stated"
        CALCULATED = "calculated", "calculated"
        RELATIVE = "relative", "counted from another event"
        INFERRED = "inferred", "inferred"
        EDITOR = "editor", "set by an editor"
        UNKNOWN = "unknown", "not known"

    # The fields that merging sets, and that it leaves alone once an editor has set them.
    MACHINE_FIELDS = ("title", "summary", "kind", "date", "date_basis", "place", "modality", "attribution", "actors")

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, related_name="events")
    date = models.CharField(
        "date (EDTF)",
        max_length=40,
        blank=True,
        validators=[validate_edtf],
        help_text="2024-06-19, 2024-06, 2024, 2024-22 (summer), 2025-05-02~ (about), 2024-10/2025-04. Empty when not known.",
    )
    date_basis = models.CharField(max_length=12, choices=Basis.choices, default=Basis.UNKNOWN)
    earliest = models.DateField(null=True, blank=True, editable=False)
    latest = models.DateField(null=True, blank=True, editable=False)
    precision = models.CharField(max_length=10, default="unknown", editable=False, db_index=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    actors = models.ManyToManyField(Actor, blank=True, related_name="events")
    modality = models.CharField(max_length=10, choices=Modality.choices, default=Modality.ASSERTED)
    called_off = models.BooleanField(default=False)
    attribution = models.CharField(max_length=200, blank=True, help_text="Who says so.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MACHINE)
    disagreements = models.JSONField(
        default=list, blank=True, help_text="What the reports differ about, and what each of them says."
    )
    article_count = models.PositiveIntegerField(default=0, editable=False)
    publisher_count = models.PositiveIntegerField(default=0, editable=False)
    independent_sources = models.PositiveIntegerField(default=0, editable=False)
    edited_fields = models.JSONField(default=list, blank=True, editable=False)
    machine = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="What the texts say, field by field: the way back from an edit.",
    )
    editors_note = models.TextField(blank=True, help_text="For other editors; readers do not see it.")
    shelf = models.CharField(
        max_length=60,
        blank=True,
        editable=False,
        db_index=True,
        help_text="Where its mentions stand; empty for an editor’s own.",
    )
    slug_base = models.SlugField(
        max_length=100, blank=True, editable=False, help_text="The address without its number."
    )
    search_words = models.TextField(
        blank=True, editable=False, help_text="The words of title, names and passages as the search index holds them."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # The pieces of the passage that a search found, where a page was searched for.
    hit: "Sequence[Any]" = ()
    # Its people and bodies by name, on a line of a list.
    who: "Sequence[Any]" = ()
    # The numbers of its footnotes, where a page is made for print as well.
    notes: "Sequence[int]" = ()

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[actors], excluded_fields=["search_words"])

    class Meta:
        ordering = ["earliest", "slug"]
        indexes = [
            models.Index(fields=["status", "earliest", "id"], name="event_by_date"),
            models.Index(fields=["kind", "earliest"], name="event_by_kind"),
            models.Index(fields=["place", "earliest"], name="event_by_place"),
            models.Index(fields=["latest"], name="event_by_latest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="event_earliest_before_latest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date_words}: {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the bounds and the precision that queries use in step with the date."""
        self.set_bounds()
        if not self.shelf:  # an editor's own event: no merge writes its words
            self.search_words = normalise(f"{self.title} {self.summary}")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["timeline.kind", "timeline.place", "timeline.actor"]  # type: ignore[attr-defined]

    def set_bounds(self) -> None:
        self.earliest, self.latest = edtf.bounds(self.date)
        self.precision = edtf.precision(self.date)

    @property
    def date_words(self) -> str:
        """The date as a newspaper would print it."""
        return edtf.in_words(self.date)

    @property
    def backing_words(self) -> str:
        """ "3 articles, 2 known publishers, 1 independent source"."""
        counts = (
            (self.article_count, "article"),
            (self.publisher_count, "known publisher"),
            (self.independent_sources, "independent source"),
        )
        return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts)

    @property
    def independence_words(self) -> str:
        """ "2 independent sources in 3 articles": the short form for a line of the list."""
        if not self.independent_sources:
            return "no independent source known"
        words = f"{self.independent_sources} independent source{'' if self.independent_sources == 1 else 's'}"
        more = self.article_count > self.independent_sources
        return f"{words} in {self.article_count} articles" if more else words

    @property
    def doubt_words(self) -> str:
        """ "Claim by KCNA", "Plan", "Called off"; "" for what is reported as a fact."""
        if self.called_off:
            return "Called off"
        by = {"claimed": "Claim by", "planned": "Plan, according to", "denied": "Denied by"}.get(self.modality, "")
        if by and self.attribution:
            return f"{by} {self.attribution}"
        return by.removesuffix(" by").removesuffix(", according to")

    @property
    def salience(self) -> str:
        return salience(
            independent_sources=self.independent_sources,
            articles=self.article_count,
            modality=self.modality,
            reviewed=self.status == self.Status.REVIEWED,
        )

    @property
    def month(self) -> str:
        """ "April 2019" where the date tells the month, "" where it tells less."""
        exact = self.earliest and self.precision in ("day", "month")
        return edtf.in_words(self.earliest.isoformat()[:7]) if exact and self.earliest else ""

    @property
    def year(self) -> int | None:
        first: date | None = self.earliest or self.latest
        return first.year if first else None


class MentionManager(models.Manager["Mention"]):
    def get_by_natural_key(self, key: str, number: int) -> "Mention":
        return self.get(article__key=key, number=number)


class Mention(models.Model):
    """One place in one text that speaks of an event, as extraction read it. Never edited by hand."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    number = models.PositiveIntegerField(help_text="Its place among the article’s mentions, from 0.")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="mentions")
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE, related_name="+")
    date = models.CharField(max_length=40, blank=True)
    date_basis = models.CharField(max_length=12, blank=True)
    date_start = models.IntegerField(default=-1)
    date_end = models.IntegerField(default=-1)
    date_text = models.CharField(max_length=200, blank=True)
    date_explanation = models.TextField(blank=True)
    date_anchor = models.CharField(max_length=10, blank=True)
    shelf = models.CharField(
        max_length=60,
        blank=True,
        db_index=True,
        help_text="Mentions merge within one shelf: a family of kinds in a year.",
    )
    details = models.JSONField(default=dict, help_text="Actors, place, figures and the rest that merging needs.")

    objects = MentionManager()

    class Meta:
        ordering = ["article", "number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.date or 'undated'}: {self.passage_id}"

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.article.natural_key(), self.number)

    natural_key.dependencies = ["articles.passage", "timeline.kind"]  # type: ignore[attr-defined]


class CitationManager(models.Manager["Citation"]):
    def get_by_natural_key(self, slug: str, *passage: Any) -> "Citation":
        return self.get(event__slug=slug, passage=Passage.objects.get_by_natural_key(*passage))


class Citation(models.Model):
    """An event and a passage: what supports it, disputes it or gives context, and why it was linked."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", "supports"
        DISPUTES = "disputes", "disputes"
        CONTEXT = "context", "gives context"
        REJECTED = "rejected", "not about this event (kept so that no import links it again)"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="citations")
    stance = models.CharField(max_length=10, choices=Stance.choices, default=Stance.SUPPORTS)
    date_text = models.CharField(max_length=200, blank=True)
    date_start = models.IntegerField(default=-1, editable=False)
    date_end = models.IntegerField(default=-1, editable=False)
    date_edtf = models.CharField(max_length=40, blank=True, validators=[validate_edtf])
    date_basis = models.CharField(max_length=12, blank=True)
    date_explanation = models.TextField(blank=True)
    modality = models.CharField(max_length=10, choices=Modality.choices, default=Modality.ASSERTED)
    attribution = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=300, blank=True, help_text="Why the passage was linked.")
    edited = models.BooleanField(default=False, editable=False)

    objects = CitationManager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["event", "passage__article__published", "passage__article", "passage__start"]
        constraints = [models.UniqueConstraint(fields=["event", "passage"], name="citation_once")]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.passage_id}"

    def natural_key(self) -> tuple[Any, ...]:
        return (self.event.slug, *self.passage.natural_key())

    natural_key.dependencies = ["timeline.event", "articles.passage"]  # type: ignore[attr-defined]


class StaleShelf(models.Model):
    """A shelf whose mentions changed since its events were made; the next merge works it off.

    Written in the transaction that changes the mentions, deleted in the one that writes the events: an
    interrupted import is finished by the next.
    """

    shelf = models.CharField(max_length=60, unique=True, blank=True)

    def __str__(self) -> str:
        return self.shelf


class OldSlug(models.Model):
    """An address that an event once had; it leads on to the event."""

    slug = models.SlugField(max_length=120, unique=True)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="old_slugs")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
