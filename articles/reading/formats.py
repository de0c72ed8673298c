"""Bytes of a file -> the articles in it, or a refusal in words that a journalist understands."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import charset_normalizer

from articles import edtf

from .document import RawArticle, plausible

# A text that charset-normalizer finds this much like random noise is not taken for a text.
MAX_CHAOS = 0.1
MIN_BYTES_FOR_A_GUESS = 32

EXTENSIONS = (".txt", ".html", ".htm", ".jsonl")

# What texts are laid out with: ends of lines and pages, places where a word may be parted, marks of byte order.
_LAYOUT = str.maketrans("", "", "\n\r\t\f\x85\u2028\u2029\xad\u200b\ufeff")

_KEYS = ("text", "title", "url", "published", "source", "author", "language")


class Refused(Exception):
    """The file or line holds no article that can be read; the message says why in plain words."""


def decode(data: bytes) -> str:
    """Text of the bytes: UTF-8 (with or without a mark), UTF-16 with one, or what can be told for certain.

    Line ends become `\\n` and the text is in NFC; nothing else is changed. Raises Refused.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused("The file is empty.")
    text = _decoded(data)
    if "\x00" in text or _unprintable(text[:4000]) > 20:
        raise Refused("This is not a text: it holds bytes that no text has (a picture, a PDF, a program?).")
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return unicodedata.normalize("NFC", text)


def _unprintable(text: str) -> int:
    """How many characters no reader sees, but for those that texts are laid out with."""
    seen = text.translate(_LAYOUT)
    return 0 if seen.isprintable() else sum(not c.isprintable() for c in seen)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Refused("The text says that it is UTF-16, but it cannot be read as that.") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in data[:4096] or data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8", b"PK\x03\x04", b"GIF8")):
        raise Refused("This is not a text: it looks like a picture, a PDF or another binary file.")
    if len(data) < MIN_BYTES_FOR_A_GUESS:
        raise Refused("The letters cannot be read: the text is not UTF-8 and too short to tell what it is.")
    best = charset_normalizer.from_bytes(data).best()
    if best is None or best.chaos > MAX_CHAOS or not best.coherence:
        raise Refused(
            "The letters cannot be read: the text is not UTF-8, and its encoding cannot be told. Save it as UTF-8."
        )
    return str(best)


def read_file(name: str, data: bytes, limit: int = 5_000_000) -> Iterator[tuple[str, RawArticle | Refused]]:
    """(label, article or refusal) for every article of a file, by its extension. Raises Refused.

    `limit` is the largest size of one line of a .jsonl file, in characters.
    """
    lowered = name.lower()
    if lowered.endswith(".jsonl"):
        yield from _read_jsonl(name, decode(data), limit)
    elif lowered.endswith((".html", ".htm")):
        from .web import read_html

        yield name, read_html(decode(data))
    else:
        yield name, checked(RawArticle(decode(data)))


def checked(raw: RawArticle) -> RawArticle:
    """The article itself when there is a sentence in it. Raises Refused."""
    words = (word for word in raw.text.split() if any(map(str.isalpha, word)))
    if len(list(islice(words, 5))) < 5 and not _dense(raw.text):
        raise Refused("There is no sentence in this text.")
    if not any(mark in raw.text for mark in '.!?。！？…»”"'):
        raise Refused("There is no sentence in this text.")
    return raw


def _dense(text: str) -> bool:
    """Chinese and Japanese write no spaces: ten letters of them are a sentence's worth."""
    return sum("\u3040" <= c <= "\u9fff" for c in text) >= 10


def _read_jsonl(name: str, text: str, limit: int) -> Iterator[tuple[str, RawArticle | Refused]]:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for number, line in lines:
        label = f"{name}:{number}"
        try:
            yield label, _from_json(line, limit)
        except Refused as refusal:
            yield label, refusal


def _from_json(line: str, limit: int) -> RawArticle:
    if len(line) > limit:
        raise Refused(f"The line is larger than {limit / 1_000_000:g} MB, the limit set for one text.")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused("The line is not JSON.") from error
    if not isinstance(record, dict):
        raise Refused("The line is not a JSON object with the article's fields.")
    values = {key: record.get(key) for key in _KEYS}
    for key, value in values.items():
        if value is not None and not isinstance(value, str):
            raise Refused(f"The field “{key}” is not a text.")
    text = values["text"] or ""
    if not text.strip():
        raise Refused("The line has no “text”.")
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for value in values.values() for c in value or ""):
        raise Refused("The text holds characters that no text has.")
    body = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    fields: dict[str, Any] = {
        key: " ".join((values[key] or "").replace("\x00", "").split())
        for key in _KEYS
        if key not in ("text", "published")
    }
    published, note = _published(values["published"])
    return checked(RawArticle(body, published=published, published_note=note, **fields))


def _published(value: str | None) -> tuple[date | None, str]:
    if not value or not value.strip():
        return None, ""
    from .dates import find_dates

    for found in find_dates(value.replace("\x00", "")):
        if found.edtf and edtf.precision(found.edtf) == "day":
            day = edtf.bounds(found.edtf)[0]
            if day and plausible(day):
                return day, f"the file's metadata says {found.text.strip()}"
    raise Refused(f"The field “published” is not a date: {value.strip()[:40]!r}.")
