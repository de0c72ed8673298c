"""Reads a stored article again: after an editor set its date, or after it got one from its original."""

from collections.abc import Callable, Iterable

from django.db.models import Count

from articles.models import Article
from articles.reading.document import Published, RawArticle
from articles.reading.header import OutletBook
from articles.reading.read import read_article
from articles.services import date_from_origin, outlet_book
from timeline.extraction import Vocabulary, find_mentions
from timeline.models import Event

from .merging import remerge_all
from .storing import replace_reading
from .vocabulary import load_vocabulary


def reread_article(article: Article, *, vocabulary: Vocabulary | None = None, book: OutletBook | None = None) -> None:
    """Replaces the article's mentions by a new reading that counts from its present published date."""
    vocabulary = vocabulary or load_vocabulary()
    published = Published(article.published, article.published_basis, article.published_explanation)
    raw = RawArticle(
        article.text, title=article.title, url=article.url, author=article.byline, language=article.language
    )
    document = read_article(raw, book or outlet_book(), published)
    replace_reading(article, document, find_mentions(document, vocabulary))


def reread_all(progress: Callable[[list[int]], Iterable[int]] | None = None) -> dict[str, list[str]]:
    """Reads every stored article again and merges anew; what was added, removed and changed, in words.

    Published dates stay as they are stored, and so does everything that an editor decided.
    """
    before = _shown_events()
    vocabulary, book = load_vocabulary(), outlet_book()
    ids = list(Article.objects.order_by("key").values_list("id", flat=True))
    for pk in progress(ids) if progress else ids:
        reread_article(Article.objects.get(pk=pk), vocabulary=vocabulary, book=book)
    remerge_all(vocabulary)
    after = _shown_events()
    return {
        "added": [after[pk][0] for pk in after if pk not in before],
        "removed": [before[pk][0] for pk in before if pk not in after],
        "changed": [f"{before[pk][0]} → {after[pk][0]}" for pk in after if pk in before and before[pk] != after[pk]],
    }


def _shown_events() -> dict[int, tuple[str, int, int]]:
    events = Event.objects.public().order_by("earliest", "slug").annotate(n=Count("citations"))
    return {e.pk: (str(e), e.n, e.independent_sources) for e in events}  # type: ignore[attr-defined]


def date_copies(article_ids: set[int], *, vocabulary: Vocabulary, book: OutletBook) -> None:
    """Gives articles without a date the date of the article that they copy, and reads them again."""
    undated = Article.objects.select_related("derived_from").filter(
        published=None, derived_from__published__isnull=False
    )
    for article in undated:
        if article.pk not in article_ids:
            continue
        assert article.derived_from is not None
        article.published = article.derived_from.published
        article.published_basis = Article.Basis.INFERRED
        article.published_explanation = date_from_origin(article)
        reread_article(article, vocabulary=vocabulary, book=book)
