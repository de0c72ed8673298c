"""The five real texts: the events that must come out of them, and the traps that must not."""

from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Passage
from timeline.models import Event
from timeline.services.importing import import_paths

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]


def seed(article: Article) -> str:
    return article.file_name[:3]


def supporting(event: Event) -> set[str]:
    return {
        seed(c.passage.article) for c in event.citations.filter(stance="supports").select_related("passage__article")
    }


@pytest.fixture(scope="module")
def imported_rows(seeds, django_db_setup, django_db_blocker):
    """The seeds, imported once for this module."""
    with django_db_blocker.unblock():
        import_paths([seeds])
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def imported(imported_rows, db):
    """The events of the seeds."""


# (date, kinds, words in title or passages, place or "", seeds that support it)
EXPECTED = [
    ("2019", {"summit"}, "", "vladivostok", {"004"}),
    ("2023-09", {"summit"}, "", "russian-far-east", {"004"}),
    ("2024-06", {"visit"}, "", "pyongyang", {"004", "002"}),
    ("2024-06", {"treaty"}, "strategic partnership", "", {"004", "002"}),
    ("2024-11", {"visit"}, "belousov", "pyongyang", {"000", "001"}),
    ("2025-01", {"statement"}, "japanese media", "", {"000", "001"}),
    ("2025-04", {"statement"}, "deployment", "", {"002"}),
    ("2025-05-02~", {"statement"}, "kursk", "", {"000", "001"}),
    ("2025-05-09", {"parade"}, "", "moscow", {"000", "001", "003"}),
    ("2025-05-09", {"meeting"}, "officers", "moscow", {"000", "001", "003"}),
    ("2025-05-09", {"visit"}, "embassy", "russian-embassy-pyongyang", {"000", "001", "003"}),
    ("2025-09-02", {"casualty_report"}, "2,000", "", {"002"}),
    ("2025-09-03", {"parade"}, "", "beijing", {"002", "004"}),
    ("2025-09-03", {"meeting"}, "", "diaoyutai", {"002", "004"}),
    ("", {"troop_deployment"}, "kursk", "", {"002", "003", "004"}),
]


def quoted(event: Event) -> str:
    """All passages of the event in small letters."""
    return " ".join(event.citations.values_list("passage__quote", flat=True)).lower() + event.title.lower()


@pytest.mark.parametrize(("date", "kinds", "words", "place", "seeds_expected"), EXPECTED, ids=lambda v: str(v)[:24])
def test_expected_event(imported, date, kinds, words, place, seeds_expected):
    events = [
        e
        for e in Event.objects.public().filter(date=date, kind__slug__in=kinds)
        if words in quoted(e) and (not place or (e.place and e.place.slug == place))
    ]
    assert events, list(Event.objects.values_list("date", "kind__slug", "title", "place__slug"))
    assert any(seeds_expected <= supporting(e) for e in events), [supporting(e) for e in events]


def test_the_two_lengths_of_the_talks_are_shown_as_a_disagreement(imported, client, plain_static):
    talks = Event.objects.get(date="2025-09-03", kind__slug="meeting")
    (disagreement,) = talks.disagreements
    assert disagreement["about"] == "length of talks"
    assert {r["value"] for r in disagreement["readings"]} == {"nearly three hours", "2.5 hours"}
    page = client.get(talks.get_absolute_url()).content.decode()
    assert "Where the sources disagree" in page


def test_a_plan_and_a_claim_are_shown_as_such(imported):
    losses = Event.objects.get(date="2025-09-02")
    assert (losses.modality, losses.attribution) == ("claimed", "National Intelligence Service")
    plan = Event.objects.get(kind__slug="troop_deployment", modality="planned")
    assert "6,000" in plan.title
    expected = Event.objects.get(date="2025-01")
    assert expected.modality == "claimed"
    assert "expected" in expected.title


def test_published_dates_and_their_basis(imported):
    told = {
        seed(a): (a.published.isoformat(), a.published_basis, a.source.slug if a.source else "")
        for a in Article.objects.all()
    }
    assert told == {
        "000": ("2025-05-09", "url", "the-moscow-times"),
        "001": ("2025-05-09", "inferred", ""),
        "002": ("2025-09-03", "inferred", "the-moscow-times"),
        "003": ("2025-05-09", "inferred", "reuters"),
        "004": ("2025-09-03", "stated", "anadolu"),
    }


def test_the_rewrite_counts_with_its_original(imported):
    rewrite = Article.objects.get(file_name__startswith="001")
    assert seed(rewrite.derived_from) == "000"
    visit = Event.objects.get(date="2024-11", kind__slug="visit")
    assert (visit.article_count, visit.independent_sources) == (2, 1)


def test_every_quote_is_an_exact_span_and_none_is_boilerplate(imported):
    noise = (
        "Leave a Reply",
        "newsletter",
        "Support The",
        "VIEWIMAGE",
        "https://",
        "SOURCE:AA",
        "Reporting by",
        "every Friday",
        "Privacy Policy",
        "In conclusion",
    )
    for passage in Passage.objects.select_related("article"):
        assert passage.article.text[passage.start : passage.end] == passage.quote
        assert not any(words in passage.quote for words in noise)


def test_traps(imported):
    quotes = {
        c.passage.quote: c
        for e in Event.objects.public()
        for c in e.citations.filter(stance="supports").select_related("passage")
    }
    assert not any("were not among them" in quote for quote in quotes)
    assert not any("absent" in quote for quote in quotes)
    assert not Event.objects.filter(latest__lt="2000-01-01").exists()
    assert not Event.objects.filter(citations__passage__quote__icontains="newsletter").exists()
    parade = Event.objects.get(kind__slug="parade", place__slug="moscow")
    assert "kim-jong-un" not in {a.slug for a in parade.actors.all()}


def test_no_seed_sentence_stands_in_the_project(seeds):
    import re

    from tests.machine import ROOT

    sentences = {
        " ".join(s.split())[:60]
        for path in seeds.iterdir()
        for s in re.findall(r"[A-Z][^.!?\"“”]{70,160}[.!?]", path.read_text())
    }
    names = [
        p
        for pattern in (
            "*.md",
            "fixtures/**/*",
            "templates/**/*",
            "tests/**/*.py",
            "timeline/**/*.py",
            "articles/**/*.py",
        )
        for p in ROOT.glob(pattern)
    ]
    for path in names:
        if path.is_file():
            words = " ".join(Path(path).read_text(errors="replace").split())
            assert not any(sentence in words for sentence in sentences), path
