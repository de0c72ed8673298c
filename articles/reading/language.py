"""Which language a text is in, through py3langid."""

from functools import lru_cache
from typing import Any

# The languages told apart. Events are read in the first two; dates in all that dateparser knows.
LANGUAGES = ("en", "ru", "uk", "ko", "zh", "ja", "de", "fr", "es", "vi", "it", "pt", "nl", "pl", "tr", "ar")

# The first part of a text is enough to tell, and keeps the cost of long texts down.
SAMPLE = 1000


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def tell_language(text: str) -> str:
    """ISO 639-1 code of the text's language, "en" when it has no letters."""
    sample = text[:SAMPLE]
    if not any(c.isalpha() for c in sample):
        return "en"
    return str(_identifier().classify(sample)[0])
