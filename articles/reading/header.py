"""Title, byline, outlet, agency and address: what a text says of itself outside its story."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from .boilerplate import looks_like_list, looks_like_story
from .datelines import dateline_at
from .dates.words import MONTH_NAMES
from .document import Block, Marked, Outlet, RawArticle

_BYLINE = re.compile(
    r"^(?:by|von|par|автор:?)\s+(?P<name>[^\d\n]{3,80}?)(?:\s+(?:[-–—|]|on\b|,)\s*(?P<rest>.*)|\s+(?=\d|[A-Z][a-z]+ \d).*)?$",
    re.IGNORECASE,
)
_URL_LABEL = re.compile(
    r"^(?:original url|url|link|source url|permalink|read at|address|original article)\s*[:：]\s*(?P<url>\S+)?",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^(?:original source|originally published (?:at|by|on)|source)\s*[:：]\s*(?:https?://)?(?P<domain>(?:[\w-]+\.)+[a-z]{2,})",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(r"^(?:source|credit|quelle|источник)\s*[:：]\s*(?P<name>[^\n]{2,60})$", re.IGNORECASE)
_SUMMARY = re.compile(
    r"^summary\b.{0,40}\bof (?:a|an|the)\b.{0,30}?\b(?:report|story|article|dispatch|statement)\w*(?: by| of| from)? (?P<name>[^(,;\n]{2,60}?(?:\s\([^()]{2,40}\)(?=\s*\())?)(?=\s*(?:\(|[,;\n]|\.\s|$))(?:\s*\((?P<kind>[^)]*)\))?",
    re.IGNORECASE,
)
_EXCERPT = re.compile(r"^excerpt\b", re.IGNORECASE)
_ABOUT_ITSELF = re.compile(
    r"(?:^|\b)(?:support|a message from|more (?:from|in)|subscribe to|welcome to|journalists of|by supporting)\s+(?P<name>(?:the )?[A-Z][^,.!:;\n]{2,40}?)\s*[,.!:;\n]",
    re.IGNORECASE,
)
# Labelled lines, and lines that are hardly more than a date, are no titles.
_NOT_TITLE = re.compile(
    r"^\W*(?:published|updated|posted|date|url|link|original (?:url|source))\b|^(?:\W*[^\W\d_]+\W+){0,2}(?:\d{1,2}\W+[^\W\d_]+|[^\W\d_]+\W+\d{1,2})\W+\d{4}(?:\W+\d\d:\d\d\S*)?(?:\W+\w+){0,2}\W*$|^\W*\d\d?:\d\d\W",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")

MAX_TITLE = 240
# So many words of the story, and this share of its own, make a line one about it.
TELLING = ((3, 0.4), (2, 0.5))
# With fewer words beside a year a line is a date, or a number of a series.
MIN_BESIDE_YEAR = 3
# "International · North Korea": lines of so few words with marks between them are sections.
SHORT = 6
_SEPARATED = re.compile(r"\s[·|•/»>]\s")
_NAVIGATION = re.compile(
    r"(?:skip|jump|go|back) to\b|heard on\b|listen to\b|watch\b|(?:getty|afp|reuters|epa|ap|photo|image)\b[^:]{0,20}:",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_CALENDAR = re.compile(
    r"(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hours",
    re.IGNORECASE,
)
# A headline that asks: "How many have died, and how would anyone know?"
_QUESTION = re.compile(r"[^.?!\n]{20,200}\?")


@dataclass(frozen=True, slots=True)
class Header:
    title: str = ""
    byline: str = ""
    url: str = ""
    outlet: str = ""
    outlet_name: str = ""
    agency: str = ""
    original_domain: str = ""
    text_kind: str = "full"
    head_end: int = 0


class OutletBook:
    """Known publishers, found by name, alias or domain."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, outlet.slug, *outlet.aliases):
                self._by_name.setdefault(_folded(name), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain.lower(), outlet)

    def named(self, name: str) -> Outlet | None:
        """The outlet of that name: named("the moscow times") finds The Moscow Times."""
        return self._by_name.get(_folded(name)) if name.strip() else None

    def at(self, url: str) -> Outlet | None:
        """The outlet of an address: its domain or the nearest parent domain that is known."""
        host = host_of(url)
        parts = host.split(".")
        for index in range(len(parts) - 1):
            outlet = self._by_domain.get(".".join(parts[index:]))
            if outlet:
                return outlet
        return None


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", name.lower()).removeprefix("the ").split())


def host_of(url: str) -> str:
    """ "www.example.com" of any address; "" when there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


def read_header(
    raw: RawArticle, blocks: Sequence[Block], kept: Sequence[Block], marked: Sequence[Marked], book: OutletBook
) -> Header:
    """What the text and its file say of title, author, publisher and address; file metadata wins."""
    text = raw.text
    first_story = next((b for b in kept if _is_story(text, b)), None)
    head_end = first_story.start if first_story else 0
    head = [b for b in kept if b.end <= head_end]
    lines = [" ".join(text[b.start : b.end].split()) for b in blocks]
    summary = next((match for line in lines if (match := _SUMMARY.search(line))), None)
    url = raw.url or own_url(text, blocks)
    dateline = dateline_at(text, first_story.start, first_story.end) if first_story else None
    agency = dateline.agency if dateline else ""
    byline, byline_rest = _byline(text, head)
    original = next((match["domain"] for line in lines if (match := _ORIGINAL.search(line))), "")
    credit = next(
        (match["name"] for line in lines if (match := _SOURCE_LINE.match(line)) and "." not in match["name"]), ""
    )
    outlet, name = _outlet(
        raw, url, summary["name"] if summary else "", byline_rest, agency, credit, original, text, blocks, book
    )
    known_agency = book.named(agency) or book.named(byline_rest) or book.named(credit)
    return Header(
        title=raw.title or _title(text, head, head_end),
        byline=raw.author or byline,
        url=url,
        outlet=outlet,
        outlet_name=name,
        agency=known_agency.slug if known_agency else "",
        original_domain=host_of(original),
        text_kind="summary" if summary else "excerpt" if any(map(_EXCERPT.match, lines)) else "full",
        head_end=head_end,
    )


def _is_story(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    begins = looks_like_story(words) or looks_like_list(words)
    if _QUESTION.fullmatch(words):
        return False
    return begins and not _SUMMARY.search(" ".join(words.split())) and not _BYLINE.match(words[:160])


def _title(text: str, head: Sequence[Block], head_end: int) -> str:
    """The first line above the story that speaks of what it does; when none does, the one that shares the largest part of its words.

    Banners of other stories, sections, slogans and dates share few or none. The first line where no line shares any.
    """
    story = {word.lower() for word in _WORD.findall(text[head_end:])}
    first, best, best_share = "", "", 0.0
    for block in head:
        line = " ".join(text[block.start : block.end].split())
        if not _can_be_title(line):
            continue
        own = {word.lower() for word in _WORD.findall(line)}
        shared = len(own & story)
        share = shared / len(own) if own else 0.0
        if any(shared >= words and share >= least for words, least in TELLING):
            return line
        first = first or line
        if share > best_share + 0.25:
            best, best_share = line, share
    return best if best_share >= 0.25 else first


def _can_be_title(line: str) -> bool:
    if _NOT_TITLE.search(line[:120]) or _SUMMARY.search(line) or _BYLINE.match(line[:160]):
        return False
    if len(line) > MAX_TITLE or len(line.split()) < 3 or line.endswith((".", ":")):
        return False
    if _NAVIGATION.match(line) or len(line.split()) <= SHORT and _SEPARATED.search(line):
        return False
    # "Europe | 06.08.2001", "24 April 2019 / 12:19 / in 3 hours"
    others = [word for word in _WORD.findall(line) if not _OF_CALENDAR.fullmatch(word)]
    return not (_HAS_YEAR.search(line) and len(others) < MIN_BESIDE_YEAR)


def _byline(text: str, head: Sequence[Block]) -> tuple[str, str]:
    for block in head:
        line = " ".join(text[block.start : block.end].split())
        match = _BYLINE.match(line[:160])
        if match and len(line) < 120:
            name = match["name"].strip(" -–—|,")
            return re.sub(
                rf"\s+(?:{MONTH_NAMES})$",
                "",
                name,
            ), (match["rest"] or "").strip()
    return "", ""


def own_url(text: str, blocks: Sequence[Block]) -> str:
    """The address that the text gives as its own, put together again when a line break cut it."""
    first = text[blocks[0].start : blocks[0].end] if blocks else ""
    if re.fullmatch(r"https?://\S+", first):  # a page that was saved with its address on top
        return first
    for index, block in enumerate(blocks):
        label = _URL_LABEL.match(text[block.start : block.end])
        if not label:
            continue
        if label["url"]:
            return _joined(text[block.start + label.start("url") : block.end])
        if index + 1 < len(blocks):
            following = text[blocks[index + 1].start : blocks[index + 1].end]
            if re.match(r"https?://|www\.", following):
                return _joined(following)
    return ""


def _joined(words: str) -> str:
    return "".join(words.split()) if re.match(r"https?://\S+\s+[^\s:]+$", words) else words.split()[0]


def _outlet(
    raw: RawArticle, url: str, summary_name: str, byline_rest: str, agency: str, credit: str,
    original: str, text: str, blocks: Sequence[Block], book: OutletBook,
) -> tuple[str, str]:  # fmt: skip
    """(slug of a known outlet or "", the name as told): the file, the address, then the text's own words."""
    for name in (raw.source, summary_name):
        if name.strip():
            known = book.named(name)
            return (known.slug, known.name) if known else ("", name.strip())
    if known := book.at(url):
        return known.slug, known.name
    if url and host_of(url):
        return "", host_of(url)
    if original:
        return "", ""  # a copy names where it comes from, not who it is
    for block in blocks:
        match = _ABOUT_ITSELF.search(text[block.start : block.end] + "\n")
        if match and (known := book.named(match["name"])):
            return known.slug, known.name
    for name in (byline_rest, agency, credit):
        if known := book.named(name):
            return known.slug, known.name
    return "", ""
