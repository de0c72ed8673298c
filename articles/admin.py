"""The editors' desk for sources, articles and passages."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from simple_history.admin import SimpleHistoryAdmin

from .models import Article, Passage, Source


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "kind", "country", "owner", "article_count"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "slug", "aliases", "domains"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        queryset: QuerySet[Source] = super().get_queryset(request)
        return queryset.annotate(n=Count("articles"))

    @admin.display(description="articles", ordering="n")
    def article_count(self, source: Source) -> int:
        return source.n  # type: ignore[attr-defined,no-any-return]


class DateKnown(admin.SimpleListFilter):
    title = "published date"
    parameter_name = "dated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "not known: set it"), ("yes", "known")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if self.value() in ("yes", "no"):
            return queryset.filter(published__isnull=self.value() == "no")
        return queryset


@admin.register(Article)
class ArticleAdmin(SimpleHistoryAdmin):
    """The text is read-only: the offsets of its passages depend on it."""

    list_display = ["display_title", "source", "published", "published_basis", "language", "text_kind", "derived_from"]
    list_filter = [DateKnown, "published_basis", "text_kind", "language", ("source", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["source", "derived_from"]
    search_fields = ["title", "text", "url", "byline", "source__name"]
    date_hierarchy = "published"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}  # noqa: RUF012
    autocomplete_fields = ["source", "agency", "derived_from"]
    readonly_fields = [
        "shown_text", "left_out", "language", "text_kind", "published_basis", "published_explanation", "derived_share",
        "derived_explanation", "original_domain", "file_name", "imported_at",
    ]  # fmt: skip
    fieldsets = [
        (None, {"fields": ["title", "source", "source_name", "byline", "agency", "url"]}),
        ("When", {"fields": ["published", "published_basis", "published_explanation"]}),
        (
            "Where it comes from",
            {"fields": ["derived_from", "derived_share", "derived_explanation", "original_domain"]},
        ),
        ("The text", {"fields": ["text_kind", "language", "shown_text", "left_out", "file_name", "imported_at"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        queryset: QuerySet[Article] = super().get_queryset(request)
        listed = request.resolver_match and request.resolver_match.url_name == "articles_article_changelist"
        return queryset.defer("text", "boilerplate") if listed else queryset

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come in through the import, which reads them."""
        return False

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """What an editor sets is marked as such, so that no import overwrites it."""
        if "published" in form.changed_data:
            obj.published_basis = Article.Basis.EDITOR if obj.published else Article.Basis.UNKNOWN
            obj.published_explanation = f"Set by an editor, {request.user.get_username()}."
        if "derived_from" in form.changed_data:
            obj.derived_explanation = f"Set by an editor, {request.user.get_username()}."
            obj.derived_share = None
        super().save_model(request, obj, form, change)

    @admin.display(description="text")
    def shown_text(self, article: Article) -> str:
        return format_html(
            '<div lang="{}">{}</div>',
            article.language,
            format_html_join("", "<p>{}</p>", ((p,) for p in article.text.split("\n") if p.strip())),
        )

    @admin.display(description="left out of the story")
    def left_out(self, article: Article) -> str:
        rows = ((rule, " ".join(article.text[start:end].split())[:160]) for start, end, rule in article.boilerplate)
        return format_html("<ul>{}</ul>", format_html_join("", "<li><b>{}</b>: {}</li>", rows))


@admin.register(Passage)
class PassageAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["__str__", "article", "start", "end"]
    list_select_related = ["article"]
    search_fields = ["quote", "article__title"]
    autocomplete_fields = ["article"]
    readonly_fields = ["quote", "prefix", "suffix"]
    fields = ["article", "start", "end", "quote", "prefix", "suffix"]

    def get_readonly_fields(self, request: HttpRequest, obj: Passage | None = None) -> list[str]:
        return ["article", "start", "end", *self.readonly_fields] if obj else list(self.readonly_fields)

    def save_model(self, request: HttpRequest, obj: Passage, form: Any, change: bool) -> None:
        """A new passage takes its quote from the article's text."""
        made = Passage.of(obj.article, obj.start, obj.end)
        obj.quote, obj.prefix, obj.suffix = made.quote, made.prefix, made.suffix
        super().save_model(request, obj, form, change)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        from .forms import PassageForm

        return super().get_form(request, obj, change, **({} if obj else {"form": PassageForm}) | kwargs)
