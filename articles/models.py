"""What was written: sources, their articles, and exact passages of these."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .lines import lines_of
from .reading.document import Outlet

# How many characters of an article a passage keeps before and after its quote.
CONTEXT_LENGTH = 32


class SourceManager(models.Manager["Source"]):
    def get_by_natural_key(self, slug: str) -> "Source":
        return self.get(slug=slug)


class Source(models.Model):
    """A publisher."""

    class Kind(models.TextChoices):
        WIRE = "wire", "news agency"
        NEWSPAPER = "newspaper", "newspaper"
        BROADCASTER = "broadcaster", "broadcaster"
        STATE_MEDIA = "state_media", "state media"
        GOVERNMENT = "government", "government"
        THINK_TANK = "think_tank", "think tank"
        AGGREGATOR = "aggregator", "aggregator"
        UNKNOWN = "unknown", "not known"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.UNKNOWN)
    country = models.CharField(max_length=10, blank=True, help_text="Two letters, for example “ru”.")
    aliases = models.TextField(blank=True, help_text="Other names that texts use, one a line.")
    domains = models.TextField(blank=True, help_text="Domains of its addresses, one a line, for example “reuters.com”.")
    owner = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)

    objects = SourceManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def as_outlet(self) -> Outlet:
        """The value that reading knows it by."""
        return Outlet(self.slug, self.name, self.kind, lines_of(self.aliases), lines_of(self.domains))


class ArticleManager(models.Manager["Article"]):
    def get_by_natural_key(self, key: str) -> "Article":
        return self.get(key=key)


class Article(models.Model):
    """One text from one source. The text is never changed in place: offsets point into it."""

    class Basis(models.TextChoices):
        STATED = "stated", "stated in the text"
        URL = "url", "in the address"
        METADATA = "metadata", "in the file’s metadata"
        INFERRED = "inferred", "inferred"
        EDITOR = "editor", "set by an editor"
        UNKNOWN = "unknown", "not known"

    class TextKind(models.TextChoices):
        FULL = "full", "full text"
        EXCERPT = "excerpt", "excerpt"
        SUMMARY = "summary", "summary, not the outlet’s words"

    key = models.CharField(
        max_length=64, unique=True, editable=False, help_text="Fingerprint of text, address and source."
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="articles")
    source_name = models.CharField(
        max_length=120, blank=True, help_text="The publisher’s name as told, when it is not in the vocabulary."
    )
    title = models.CharField(max_length=400, blank=True)
    opening = models.CharField(
        max_length=120, blank=True, editable=False, help_text="The story’s first words, shown where there is no title."
    )
    byline = models.CharField(max_length=200, blank=True)
    agency = models.ForeignKey(
        Source,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="carried",
        help_text="The agency that the text credits.",
    )
    url = models.URLField(max_length=1000, blank=True)
    language = models.CharField(max_length=8, default="en")
    text = models.TextField()
    text_kind = models.CharField(max_length=10, choices=TextKind.choices, default=TextKind.FULL)
    published = models.DateField(
        null=True,
        blank=True,
        db_index=True,
        help_text="Setting it re-reads the article: its “on Friday” is counted from here.",
    )
    published_basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.UNKNOWN)
    published_explanation = models.TextField(blank=True)
    derived_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The article that this one copies or rewrites.",
    )
    derived_share = models.FloatField(
        null=True, blank=True, help_text="Share of this text that the other one holds too, 0 to 1."
    )
    derived_explanation = models.CharField(max_length=300, blank=True)
    original_domain = models.CharField(max_length=120, blank=True)
    boilerplate = models.JSONField(
        default=list, blank=True, help_text="Stretches that are not the story: [start, end, rule]."
    )
    file_name = models.CharField(max_length=255, blank=True)
    imported_at = models.DateTimeField(auto_now_add=True)
    linked = models.BooleanField(
        default=False, editable=False, help_text="Whether it was compared with the others for copies."
    )

    objects = ArticleManager()
    history = HistoricalRecords(excluded_fields=["text", "boilerplate"])

    class Meta:
        ordering = ["-published", "key"]
        constraints = [
            models.CheckConstraint(condition=~Q(derived_from=F("id")), name="article_not_derived_from_itself"),
            models.CheckConstraint(
                condition=Q(published__isnull=False) | Q(published_basis="unknown"),
                name="article_basis_needs_published",
            ),
        ]

    def __str__(self) -> str:
        return self.display_title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    natural_key.dependencies = ["articles.source"]  # type: ignore[attr-defined]

    @property
    def display_title(self) -> str:
        """The title, or the story's first words when it has none."""
        return self.title or self.opening or "(no title)"

    @property
    def is_version(self) -> bool:
        """Whether it is another version of a text by the same outlet."""
        origin = self.derived_from
        return origin is not None and self.source_id is not None and self.source_id == origin.source_id

    @property
    def derived_words(self) -> str:
        """ "Another version of", "Follows": how it stands to the article that it is derived from."""
        return "Another version of" if self.is_version else "Follows"

    @property
    def publisher(self) -> str:
        """Who published it, in words for readers."""
        return self.source.name if self.source else self.source_name or "Publisher not known"


class PassageManager(models.Manager["Passage"]):
    def get_by_natural_key(self, key: str, start: int, end: int) -> "Passage":
        return self.get(article__key=key, start=start, end=end)


class Passage(models.Model):
    """An exact span of an article: text[start:end] == quote, always."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField(help_text="First character, counted from 0.")
    end = models.PositiveIntegerField(help_text="One behind the last character.")
    quote = models.TextField()
    prefix = models.CharField(max_length=CONTEXT_LENGTH, blank=True)
    suffix = models.CharField(max_length=CONTEXT_LENGTH, blank=True)

    objects = PassageManager()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "end"], name="passage_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_start_before_end"),
        ]

    def __str__(self) -> str:
        words = " ".join(self.quote.split())
        return words if len(words) <= 80 else words[:79] + "…"

    def get_absolute_url(self) -> str:
        return f"{reverse('article', args=[self.article_id])}?passage={self.pk}#p{self.pk}"

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.article.natural_key(), self.start, self.end)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> "Passage":
        """An unsaved passage of the article. Raises ValueError when the span is not in its text."""
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"{start}:{end} is not a span of this text of {len(article.text)} characters")
        text = article.text
        return cls(
            article=article, start=start, end=end, quote=text[start:end],
            prefix=text[max(0, start - CONTEXT_LENGTH) : start], suffix=text[end : end + CONTEXT_LENGTH],
        )  # fmt: skip


class CopyKeyManager(models.Manager["CopyKey"]):
    def get_by_natural_key(self, key: str, value: str) -> "CopyKey":
        return self.get(article__key=key, value=value)


class CopyKey(models.Model):
    """A fingerprint that articles which copy each other share (reading/copies.py)."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copy_keys")
    value = models.CharField(max_length=24, db_index=True)

    objects = CopyKeyManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "value"], name="copy_key_once")]

    def __str__(self) -> str:
        return self.value

    def natural_key(self) -> tuple[str, str]:
        return (self.article.key, self.value)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
