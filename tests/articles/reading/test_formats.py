import json

import pytest

from articles.reading.document import RawArticle
from articles.reading.formats import Refused, decode, read_file


def refusal(name, data):
    try:
        results = [result for _, result in read_file(name, data)]
    except Refused as error:
        return str(error)
    assert isinstance(results[0], Refused)
    return str(results[0])


def test_text_is_decoded_and_its_line_ends_unified():
    ((_, raw),) = read_file("a.txt", "\ufeffThey met in Moscow on Friday.\r\nIt was warm.\r".encode())
    assert raw == RawArticle("They met in Moscow on Friday.\nIt was warm.\n")


def test_text_is_put_into_nfc():
    assert decode("Cafe\u0301 talks went on.".encode()) == "Café talks went on."


def test_another_encoding_is_told():
    text = (
        "Президент России Владимир Путин встретился с лидером КНДР в городе Владивостоке на Дальнем Востоке страны. "
        * 3
    )
    assert decode(text.encode("cp1251")) == text
    assert decode(text.encode("utf-16")) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3 1 0 obj", "not a text"),
        (bytes(range(1, 32)) * 8, "not a text"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"caf\xe9 \x81\x8d", "too short"),
        (b"12 34 56", "no sentence"),
        (b"Menu Home Search", "no sentence"),
    ],
)
def test_refusals_say_why(data, words):
    assert words in refusal("a.txt", data)


def test_jsonl_reads_each_line_and_refuses_the_bad_ones():
    lines = [
        json.dumps(
            {
                "text": "They met in Moscow on Friday. It was warm.",
                "published": "2025-05-09",
                "source": "Reuters",
                "extra": 1,
            }
        ),
        "{not json",
        json.dumps(["a list"]),
        json.dumps({"title": "No text"}),
        json.dumps({"text": "They met in Moscow on Friday. It was warm.", "published": "soon"}),
        json.dumps({"text": 5}),
        "",
    ]
    results = list(read_file("a.jsonl", "\n".join(lines).encode()))
    assert [isinstance(result, Refused) for _, result in results] == [False, True, True, True, True, True]
    name, first = results[0]
    assert name == "a.jsonl:1"
    assert (first.source, first.published.isoformat()) == ("Reuters", "2025-05-09")
    assert "not a date" in str(results[4][1])


def test_a_saved_page_gives_title_text_and_date():
    paragraphs = "".join(
        f"<p>The two leaders spoke for a long time in the harbour town, and part {n} of their talk was about trade and trains.</p>"
        for n in range(6)
    )
    page = f"""<html lang="en"><head><title>Leaders speak in harbour town</title><meta property="article:published_time" content="2024-03-01T08:00:00Z">
    <meta property="og:site_name" content="Reuters"><link rel="canonical" href="https://example.org/a"></head>
    <body><nav>Home Menu</nav><article><h1>Leaders speak in harbour town</h1>{paragraphs}</article><script>alert(1)</script></body></html>"""
    ((_, raw),) = read_file("a.html", page.encode())
    assert raw.title == "Leaders speak in harbour town"
    assert raw.published.isoformat() == "2024-03-01"
    assert "long time in the harbour town" in raw.text
    assert "alert" not in raw.text


def test_a_page_without_an_article_is_refused():
    assert "No article" in refusal("a.html", b"<html><body></body></html>")
