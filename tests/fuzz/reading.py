"""Coverage-guided fuzzing of reading and extraction, through atheris (make fuzz).

Whatever the bytes are: nothing raises, every span lies in the text, every date is one that can be stored.
"""

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["articles.reading", "timeline.extraction", "articles.edtf"]):
    from articles import edtf
    from articles.reading.dates import find_dates
    from articles.reading.document import RawArticle
    from articles.reading.read import read_article
    from timeline.extraction import find_mentions

from tests.factories import book, vocabulary_from_fixture

LANGUAGES = ("en", "ru", "de", "ko", "")


def one_input(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    language = provider.PickValueInList(list(LANGUAGES))
    published = (
        date.fromordinal(provider.ConsumeIntInRange(1, date.max.toordinal())) if provider.ConsumeBool() else None
    )
    text = provider.ConsumeUnicodeNoSurrogates(4000)
    for found in find_dates(text, published, language or "en"):
        assert text[found.start : found.end] == found.text
        edtf.bounds(found.edtf or "")
    document = read_article(RawArticle(text, language=language, published=published), book())
    for mention in find_mentions(document, vocabulary_from_fixture()):
        assert 0 <= mention.start < mention.end <= len(text)
        edtf.bounds(mention.dating.edtf if mention.dating else "")


def main() -> None:
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
