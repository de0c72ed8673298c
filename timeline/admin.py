"""The editors' desk for events, their citations, the vocabulary and the record of imports."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from articles.admin import ArticleAdmin
from articles.models import Article

from .models import Actor, Citation, Event, ImportOutcome, ImportRun, Kind, Mention, MistakeReport, Place, Trigger
from .searching import matching_ids, parse_query
from .services.editing import note_edit, restore_machine_values, withdraw
from .services.merging import remerge
from .services.rereading import reread_article
from .services.shelves import mark_articles_stale, mark_stale

# So many events of a search are listed for editors, best match first.
MAX_FOUND = 500


class CitationInline(admin.StackedInline):  # type: ignore[type-arg]
    """The evidence. A citation is never deleted: an editor says that it is not about the event."""

    model = Citation
    extra = 0
    autocomplete_fields = ["passage"]
    readonly_fields = ["quote", "date_text", "date_basis", "date_explanation", "why"]
    fields = [
        "passage",
        "quote",
        "stance",
        "modality",
        "attribution",
        "date_edtf",
        "date_text",
        "date_basis",
        "date_explanation",
        "why",
    ]
    show_change_link = False
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).select_related("passage__article__source").defer("passage__article__text")

    @admin.display(description="quote")
    def quote(self, citation: Citation) -> str:
        if not citation.pk:
            return "Save first: the quote comes from the passage."
        article = citation.passage.article
        return format_html(
            '<blockquote>{}</blockquote><a href="{}">{}</a>',
            citation.passage.quote,
            citation.passage.get_absolute_url(),
            article.publisher,
        )


@admin.register(Event)
class EventAdmin(SimpleHistoryAdmin):
    """Fields that an editor changes are the editor's from then on; the action gives them back to the texts."""

    list_display = [
        "title",
        "date_shown",
        "kind",
        "place",
        "modality",
        "status",
        "article_count",
        "independent_sources",
        "edited",
    ]
    list_filter = [
        "status",
        "kind",
        "modality",
        "date_basis",
        ("place", admin.RelatedOnlyFieldListFilter),
        "called_off",
    ]
    list_select_related = ["kind", "place"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["kind", "place", "actors"]
    date_hierarchy = "earliest"
    inlines = [CitationInline]
    actions = ["give_back", "mark_reviewed", "withdraw_events"]
    readonly_fields = ["slug", "earliest", "latest", "counts", "edited", "what_texts_say", "disagreements"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "date",
                    "kind",
                    "place",
                    "actors",
                    "modality",
                    "attribution",
                    "summary",
                    "status",
                    "editors_note",
                ]
            },
        ),
        (
            "How it stands",
            {
                "fields": [
                    "counts",
                    "edited",
                    "what_texts_say",
                    "disagreements",
                    "date_basis",
                    "earliest",
                    "latest",
                    "slug",
                ]
            },
        ),
    ]

    class Media:
        css = {"all": ["css/admin.css"]}  # noqa: RUF012

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        queryset: QuerySet[Event] = super().get_queryset(request)
        return queryset.defer("search_words")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        """What readers would find, withdrawn events too, and besides it the beginnings and middles of words in titles."""
        rows, duplicates = super().get_search_results(request, queryset, search_term)
        found = matching_ids(parse_query(search_term), best_first=True) if search_term else None
        return (rows | queryset.filter(pk__in=found[:MAX_FOUND])) if found else rows, duplicates

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """Events are withdrawn, not deleted: a deleted one would come back with the next import."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Event | None = None) -> list[str]:
        return [*self.readonly_fields, "date_basis"]

    @admin.display(description="date", ordering="earliest")
    def date_shown(self, event: Event) -> str:
        return event.date_words

    @admin.display(description="backed by")
    def counts(self, event: Event) -> str:
        return event.backing_words

    @admin.display(description="set by editors")
    def edited(self, event: Event) -> str:
        return ", ".join(event.edited_fields) or "nothing"

    @admin.display(description="what the texts say")
    def what_texts_say(self, event: Event) -> str:
        return (
            "; ".join(f"{name}: {event.machine[name]}" for name in event.edited_fields if name in event.machine)
            or "the same"
        )

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        note_edit(obj, form.changed_data, new=not change)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for citation in formset.save(commit=False):
            citation.edited = True
            citation.save()
        formset.save_m2m()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        mark_stale([form.instance.shelf])
        remerge()

    @admin.action(description="Give the fields back to the texts")
    def give_back(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        for event in queryset:
            restore_machine_values(event)
        mark_stale(event.shelf for event in queryset)
        remerge()
        messages.success(request, "The events show what the texts say again.")

    @admin.action(description="Mark as checked")
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        for event in queryset:
            event.status = Event.Status.REVIEWED
            event.save()

    @admin.action(description="Withdraw from readers")
    def withdraw_events(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        for event in queryset:
            withdraw(event)


class RereadingArticleAdmin(ArticleAdmin):
    """An article whose date an editor sets is read again, and the events follow."""

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "published" in form.changed_data:
            reread_article(obj)
        if {"published", "derived_from", "source", "agency"} & set(form.changed_data):
            mark_articles_stale([obj.pk])
            remerge()


admin.site.unregister(Article)
admin.site.register(Article, RereadingArticleAdmin)


class TriggerInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Trigger
    extra = 0


@admin.register(Kind)
class KindAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["label", "slug", "plover", "rank", "keeps_undated"]
    search_fields = ["label", "slug", "plover"]
    prepopulated_fields = {"slug": ["label"]}
    inlines = [TriggerInline]


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "kind", "country", "short"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "slug", "aliases", "roles"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ["name", "country", "parent", "latitude", "longitude"]
    list_filter = ["country"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug", "aliases"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["name"]}


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A record that nobody changes by hand."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class OutcomeInline(admin.TabularInline):  # type: ignore[type-arg]
    model = ImportOutcome
    extra = 0
    fields = ["name", "fate", "reason", "article", "event_count"]
    can_delete = False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportOutcome]:
        return super().get_queryset(request).select_related("article").defer("article__text", "article__boilerplate")


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["started_at", "finished_at", "user", "login", "imported", "refused"]
    list_filter = ["started_at"]
    date_hierarchy = "started_at"
    inlines = [OutcomeInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        from django.db.models import Count, Q

        return (
            super()
            .get_queryset(request)
            .annotate(
                n_in=Count("outcomes", filter=Q(outcomes__fate__in=["imported", "copy"])),
                n_no=Count("outcomes", filter=Q(outcomes__fate="refused")),
            )
        )

    @admin.display(ordering="n_in")
    def imported(self, run: ImportRun) -> int:
        return run.n_in  # type: ignore[attr-defined,no-any-return]

    @admin.display(ordering="n_no")
    def refused(self, run: ImportRun) -> int:
        return run.n_no  # type: ignore[attr-defined,no-any-return]


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ["passage", "kind", "date", "date_text", "article"]
    list_filter = ["kind"]
    list_select_related = ["passage", "kind", "article"]
    search_fields = ["passage__quote", "article__title"]


@admin.register(MistakeReport)
class MistakeReportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Readers' notes: an editor ticks off what is done."""

    list_display = ["created_at", "slug", "words", "handled"]
    list_editable = ["handled"]
    list_filter = ["handled", "created_at"]
    search_fields = ["slug", "words"]
    fields = ["event", "slug", "words", "created_at", "handled"]
    readonly_fields = ["event", "slug", "words", "created_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
