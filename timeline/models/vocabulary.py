"""The controlled vocabulary: kinds of event with the words that name them, people and bodies, places."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from articles.lines import lines_of
from timeline import extraction


class SlugManager(models.Manager[Any]):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class NameManager(models.Manager[Any]):
    def get_by_natural_key(self, name: str) -> Any:
        return self.get(name=name)


class Kind(models.Model):
    """A kind of event, in plain words, with the PLOVER code for export."""

    slug = models.SlugField(unique=True)
    label = models.CharField(max_length=60)
    plover = models.CharField(max_length=20, help_text="PLOVER event type, for export.")
    rank = models.PositiveSmallIntegerField(
        default=0, help_text="Where one sentence names several kinds for one happening, the higher absorbs the lower."
    )
    keeps_undated = models.BooleanField(
        default=False, help_text="Shown even when no text dates it, if one tells how many."
    )
    description = models.TextField(blank=True)

    objects = SlugManager()

    class Meta:
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_value(self) -> extraction.Kind:
        return extraction.Kind(self.slug, self.label, self.plover, self.rank, self.keeps_undated)


class Trigger(models.Model):
    """Words that name a kind of event in a text."""

    class Part(models.TextChoices):
        VERB = "verb", "verb"
        NOUN = "noun", "noun"
        SAY = "say", "reporting verb (what follows is content)"
        SPEECH = "speech", "speech act (thanks, confirms)"

    name = models.SlugField(
        max_length=80, unique=True, help_text="A name for this group of words, for example “visit-verb-en-1”."
    )
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE, related_name="triggers")
    language = models.CharField(max_length=8, default="en")
    part = models.CharField(max_length=10, choices=Part.choices)
    forms = models.TextField(help_text="All forms, one a line. “…” stands for up to three words.")
    present = models.CharField(max_length=60, blank=True, help_text="How a title says it: “visits”.")
    needs = models.TextField(blank=True, help_text="One of these words must stand in the same clause; one a line.")
    weak = models.BooleanField(default=False, help_text="Gives way to any other trigger of the clause.")

    objects = NameManager()

    class Meta:
        ordering = ["kind", "language", "id"]

    def __str__(self) -> str:
        return ", ".join(lines_of(self.forms)[:3])

    def natural_key(self) -> tuple[str]:
        return (self.name,)

    natural_key.dependencies = ["timeline.kind"]  # type: ignore[attr-defined]

    def as_value(self, kind_slug: str) -> extraction.Trigger:
        return extraction.Trigger(
            kind_slug, lines_of(self.forms), self.part, self.language, self.present, lines_of(self.needs), self.weak
        )


class Actor(models.Model):
    """A person, body or state."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        BODY = "body", "body"
        STATE = "state", "state"
        MEDIA = "media", "media"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    short = models.CharField(max_length=80, blank=True, help_text="The name in titles.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    country = models.CharField(max_length=10, blank=True, help_text="The side that it stands for: “ru”, “kp”, “kr” …")
    aliases = models.TextField(blank=True, help_text="Other names and spellings, one a line.")
    inflections = models.TextField(
        blank=True, help_text="Case forms in which texts write the name, one a line; readers do not see them."
    )
    adjectives = models.TextField(blank=True, help_text="Words that only tell the side (“Russian”), one a line.")
    roles = models.TextField(blank=True, help_text="Offices that stand for the person (“Russian leader”), one a line.")
    since = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="The first year in which an office or a name shared with others means this person.",
    )
    until = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The last such year.")
    description = models.TextField(blank=True)

    objects = SlugManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_value(self) -> extraction.Actor:
        return extraction.Actor(
            self.slug,
            self.name,
            self.kind,
            self.country,
            self.short,
            (*lines_of(self.aliases), *lines_of(self.inflections)),
            lines_of(self.adjectives),
            lines_of(self.roles),
            self.since,
            self.until,
        )


class Place(models.Model):
    """A place with coordinates in degrees (WGS 84)."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=10, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The place that it lies in.",
    )
    aliases = models.TextField(blank=True, help_text="Other names and spellings, one a line.")
    latitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])

    objects = SlugManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_value(self, parent_slug: str) -> extraction.Place:
        return extraction.Place(self.slug, self.name, self.country, parent_slug, lines_of(self.aliases))
