"""How many independent sources stand behind an event.

Copies and rewrites fold into the text that they come from, and reports that all repeat one agency or
one speaker's words fold into that origin. What is unknown adds none: an unnamed site that copies
nobody known does not make a fact better founded.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .sighting import Sighting
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Backing:
    """ "3 articles, 2 publishers, 1 origin"."""

    articles: int
    publishers: int
    origins: int


def count_backing(sightings: Iterable[Sighting], vocabulary: Vocabulary) -> Backing:
    """Articles, publishers and independent origins of the supporting sightings."""
    by_article: dict[str, list[Sighting]] = {}
    told = [s for s in sightings if s.mention.stance == "supports"]
    if any(s.mention.modality != "planned" for s in told):
        told = [s for s in told if s.mention.modality != "planned"]  # a forecast does not back what happened
    for sighting in told:
        by_article.setdefault(sighting.origin.key, []).append(sighting)
    publishers = {found[0].origin.source for found in by_article.values() if found[0].origin.source}
    origins = {_origin(key, by_article, vocabulary) for key in by_article} - {""}
    return Backing(len(by_article), len(publishers), len(origins))


def _origin(key: str, by_article: dict[str, list[Sighting]], vocabulary: Vocabulary) -> str:
    """Where an article's report comes from; "" when unknown.

    A copy speaks for its original, whether or not that supports this very event. An article that
    lets only an agency speak ("KCNA reported") speaks for the agency.
    """
    found = by_article[key]
    article = found[0].origin
    if article.root != key:
        return _origin(article.root, by_article, vocabulary) if article.root in by_article else ""
    speakers = [vocabulary.actor.get(s.mention.speaker) for s in found]
    media = sorted(actor.slug for actor in speakers if actor is not None and actor.kind == "media")
    if len(media) == len(found):
        return media[0]
    return article.agency or article.source
