"""The pages of an event, an article, a source and a place."""

from articles.models import Article, Source
from tests.timeline.asking import HTMX
from timeline.models import Citation, Event


def test_an_event_shows_its_passages_with_the_date_words_marked(client, event):
    page = client.get(event.get_absolute_url()).content.decode()
    assert '<mark class="date-words">Thursday</mark>' in page
    assert "is the day of publication itself: 25 April 2019" in page
    assert "summary, not the outlet’s words" in page
    fragment = client.get(event.get_absolute_url(), **HTMX).content.decode()
    assert "<html" not in fragment
    assert '<mark class="date-words">Thursday</mark>' in fragment


def test_a_passage_leads_into_its_article_where_it_is_marked(client, event):
    citation = event.citations.first()
    address, anchor = citation.passage.get_absolute_url().split("#")
    page = client.get(address).content.decode()
    assert f'id="{anchor}"' in page
    assert 'class="passage asked"' in page
    assert event.get_absolute_url() in page


def test_a_full_text_links_to_the_publisher_at_the_quote(client, event):
    article = event.citations.first().passage.article
    Article.objects.filter(pk=article.pk).update(text_kind="full")
    assert "#:~:text=" in client.get(event.get_absolute_url()).content.decode()


def test_what_articles_say_is_escaped(client, event):
    article = event.citations.first().passage.article
    Article.objects.filter(pk=article.pk).update(title="<script>alert(1)</script>")
    Event.objects.filter(pk=event.pk).update(title="<img src=x onerror=alert(1)>")
    for address in ("/", event.get_absolute_url(), article.get_absolute_url()):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_hidden_events_and_unknown_addresses_are_not_found(client, event):
    Event.objects.filter(pk=event.pk).update(status="hidden")
    assert client.get(event.get_absolute_url()).status_code == 404
    assert client.get("/events/nothing/").status_code == 404
    assert b"There is no such page" in client.get("/nothing/").content


def test_a_place_has_its_own_timeline(client, event):
    page = client.get(event.place.get_absolute_url())
    assert page.context["total"] == Event.objects.public().filter(place=event.place).count()
    assert event.title in page.content.decode()
    assert event.place.get_absolute_url() in client.get("/places/").content.decode()
    assert event.place.get_absolute_url() in client.get(event.get_absolute_url()).content.decode()
    assert client.get("/places/atlantis/").status_code == 404


def test_an_event_and_an_article_page_have_a_constant_number_of_queries(client, event):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    addresses = [event.get_absolute_url(), event.citations.first().passage.article.get_absolute_url()]
    # First so many that everything a page can show is on it.
    others = list(Citation.objects.exclude(event=event))
    for citation in others[:20]:
        Citation.objects.get_or_create(event=event, passage=citation.passage)
    for address in addresses:
        with CaptureQueriesContext(connection) as before:
            client.get(address)
        for citation in others[20:40]:
            Citation.objects.get_or_create(event=event, passage=citation.passage)
        for passage in [c.passage for c in event.citations.all()]:
            Citation.objects.get_or_create(event=Event.objects.exclude(pk=event.pk).first(), passage=passage)
        with CaptureQueriesContext(connection) as after:
            client.get(address)
        assert len(after) <= len(before) + 1, address


def test_only_the_cited_passages_are_shown_where_the_operator_chose_so(client, admin_client, event, settings):
    article = event.citations.first().passage.article
    passages = [c.passage.quote for c in Citation.objects.filter(passage__article=article)]
    text = article.text + "\n\n" + "A first far sentence. A second far sentence. A third far sentence."
    Article.objects.filter(pk=article.pk).update(text=text)
    settings.ARTICLE_TEXT = "passages"
    page = client.get(article.get_absolute_url()).content.decode()
    assert "A third far sentence" not in page
    assert "[…]" in page
    pieces = "".join(s.text for p in client.get(article.get_absolute_url()).context["paragraphs"] for s in p.stretches)
    for quote in passages:
        assert quote in pieces
    assert "A third far sentence" in admin_client.get(article.get_absolute_url()).content.decode()
    settings.ARTICLE_TEXT = "whole"
    assert "A third far sentence" in client.get(article.get_absolute_url()).content.decode()


def test_copies_are_folded_under_the_report_that_they_copy(client, event):
    first, second, *_ = Article.objects.filter(passages__citations__event=event).distinct().order_by("published", "pk")
    Article.objects.filter(pk=second.pk).update(derived_from=first, derived_explanation="Nine tenths are the same.")
    response = client.get(event.get_absolute_url())
    tops = response.context["reports"]
    assert second not in [report.article for report in tops]
    assert [copy.article for report in tops for copy in report.copies if report.article == first] == [second]
    page = response.content.decode()
    assert "1 copy or rewrite of this report" in page
    assert "Nine tenths are the same." in page
    assert f"Also told by {second.publisher}" in client.get(event.get_absolute_url(), **HTMX).content.decode()


def test_who_told_an_event_first_is_said_where_reports_are_of_several_days(client, event):
    citations = list(event.citations.select_related("passage__article"))
    day = citations[0].passage.article.published
    Article.objects.filter(pk__in=[c.passage.article_id for c in citations]).update(published=day)
    assert "First told by" not in client.get(event.get_absolute_url()).content.decode()
    Article.objects.filter(pk=citations[-1].passage.article_id).update(published="2019-04-01")
    page = client.get(event.get_absolute_url())
    assert page.context["first"].passage.article_id == citations[-1].passage.article_id
    assert "First told by" in page.content.decode()


def test_a_source_has_what_it_alone_reports_and_where_it_says_otherwise(client, event):
    reuters = Source.objects.filter(articles__passages__citations__event=event).order_by("name").first()
    other = Source.objects.exclude(pk=reuters.pk).first()
    article = reuters.articles.first()
    event.disagreements = [
        {
            "about": "length of talks",
            "readings": [
                {"value": "two hours", "source": reuters.slug, "key": article.key, "start": 0, "published": ""},
                {"value": "three hours", "source": other.slug, "key": "x", "start": 0, "published": ""},
            ],
        }
    ]
    event.save()
    page = client.get(reuters.get_absolute_url())
    (difference,) = [d for d in page.context["standing"].differences if d.event == event]
    assert (difference.own, difference.others) == (("two hours",), ((other.name, "three hours"),))
    for alone in page.context["standing"].alone:
        sources = set(alone.citations.values_list("passage__article__source__slug", flat=True))
        assert sources == {reuters.slug}
    assert page.context["standing"].originals <= page.context["standing"].articles


def test_the_style_guide_is_for_those_who_work_on_the_pages(client, demo, settings):
    assert client.get("/styleguide/").status_code == 404
    settings.DEBUG = True
    page = client.get("/styleguide/").content.decode()
    for token in ("--paper", "--mark-asked", "--k-summit"):
        assert f"<code>{token}</code>" in page
    assert page.count('class="event ') == 3
