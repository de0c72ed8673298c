"""Fills an empty database with N made-up events, their articles, passages and citations, straight into the tables.

For timing pages: what is read out of texts is `make_articles`' business. The same N always gives the same rows.
"""

import random
from datetime import date, timedelta

from articles.models import Article, Passage, Source
from timeline.models import Actor, Citation, Event, Kind, Modality, Place, Revision
from timeline.searching import normalise
from timeline.services.vocabulary import ensure_vocabulary

BATCH = 2000
FIRST = date(1948, 1, 1)
# Most of what happened, happened lately: days from the first, by the power of a random share.
SPAN, LATENESS = 28_450, 0.35
EVENTS_OF_AN_ARTICLE = 3
WORDS = [
    "talks",
    "summit",
    "delegation",
    "bridge",
    "soldiers",
    "treaty",
    "parade",
    "container",
    "railway",
    "envoy",
    "letter",
    "satellite",
    "trade",
    "drill",
]


def make_events(count: int) -> None:
    """`count` events with one to four citations each."""
    ensure_vocabulary()
    chance = random.Random(count)
    kinds, places = list(Kind.objects.all()), list(Place.objects.all())
    actors, sources = list(Actor.objects.all()), list(Source.objects.all())
    articles = _articles(chance, max(count // EVENTS_OF_AN_ARTICLE, 1), sources)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        events = Event.objects.bulk_create(_event(chance, n, kinds, places) for n in numbers)
        takes_part = [(e.pk, a.pk) for e in events for a in chance.sample(actors[:40], chance.randint(1, 4))]
        Event.actors.through.objects.bulk_create(Event.actors.through(event_id=e, actor_id=a) for e, a in takes_part)
        cited = [(e, p) for e in events for p in chance.sample(articles, chance.choice((1, 1, 1, 2, 2, 4)))]
        Citation.objects.bulk_create(
            Citation(
                event=event, passage_id=passage, date_edtf=event.date, date_basis="stated", date_explanation="Made up."
            )
            for event, passage in {(e, p) for e, p in cited}
        )
    Revision.renew()


def _articles(chance: random.Random, count: int, sources: list[Source]) -> list[int]:
    """Keys of the passages, one an article."""
    passages: list[int] = []
    for start in range(0, count, BATCH):
        rows = []
        for number in range(start, min(start + BATCH, count)):
            text = f"The two sides spoke of a {chance.choice(WORDS)} and of a {chance.choice(WORDS)}, report {number} says."
            source = chance.choice(sources)
            rows.append(
                Article(
                    key=f"made-{number}", title=f"Report {number}", text=text, source=source, published=_day(chance)
                )
            )
        stored = Article.objects.bulk_create(rows)
        made = [Passage(article=a, start=0, end=len(a.text), quote=a.text) for a in stored]
        passages += [p.pk for p in Passage.objects.bulk_create(made)]
    return passages


def _event(chance: random.Random, number: int, kinds: list[Kind], places: list[Place]) -> Event:
    day = _day(chance)
    value = chance.choice((day.isoformat(),) * 8 + (day.isoformat()[:7], day.isoformat()[:4]))
    title = f"Delegations hold {chance.choice(WORDS)} and {chance.choice(WORDS)}, number {number}"
    event = Event(
        slug=f"made-{number}",
        title=title,
        summary=title,
        kind=chance.choice(kinds),
        date=value,
        date_basis=chance.choice(("stated", "calculated")),
        place=chance.choice(places) if chance.random() < 0.7 else None,
        modality=chance.choice((Modality.ASSERTED,) * 8 + (Modality.CLAIMED, Modality.PLANNED)),
        article_count=chance.randint(1, 4),
        publisher_count=1,
        independent_sources=chance.randint(0, 3),
        shelf="made",
        search_words=normalise(title),
    )
    event.set_bounds()
    return event


def _day(chance: random.Random) -> date:
    return FIRST + timedelta(days=int(SPAN * chance.random() ** LATENESS))
