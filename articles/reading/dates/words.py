"""The words of English date expressions: what class a word has and what it is worth.

A class is one character, so that a rule (rules.py) can be a short regular expression over a
string of classes instead of a long one over the text. Adding a word touches this table only.

    M month   W weekday   S season   U unit of time   P part of the day   G word like "today"
    D number 1-31   Y year   N other number   O ordinal   C number word   A a/an   T the
    l last   p past   v previous   n next   f following   h this   t that   c same   r current
    e early   i mid   k late   g start/end   E earlier   K later   a ago   b before   d after
    s since   u until   y by   o of   x in   z on   j at   F from   B between   & and   % or   - to/dash
    ~ about   Q every/per   J annual...   R recent...   w whole   q am/pm   Z time zone   H clock
    L "period"   $ decade   I iso date   V numeric date   X era (BC)   . , / ( ) ' themselves
"""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) == 3) | {"sept"}
# The alternatives of a pattern: "January|February|...".
MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS if name == "may" or name not in SHORT_MONTHS)

# Monday is 0, as in datetime.date.weekday().
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

# TIMEX3 season codes; EDTF numbers them 21 to 24.
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# Unit word -> ISO 8601 duration designator. Hours and shorter are written behind a "T".
UNITS = {
    "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "hour": "TH", "hours": "TH",
    "day": "D", "days": "D", "week": "W", "weeks": "W", "weekend": "WE", "weekends": "WE",
    "fortnight": "2W", "month": "M", "months": "M", "quarter": "Q", "quarters": "Q",
    "year": "Y", "years": "Y", "decade": "E", "decades": "E", "century": "C", "centuries": "C",
}  # fmt: skip

PARTS_OF_DAY = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI",
    "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "dawn": "MO", "dusk": "EV", "daytime": "DT",
}  # fmt: skip

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "half": 0.5,
    # None: a number that is not told ("several days" is PXD).
    "several": None, "few": None, "many": None, "some": None, "couple": 2, "dozen": 12,
}  # fmt: skip

ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"final": -1}

# Words that stand for a day or a time counted from the text's own date.
TODAY_WORDS = {
    "today": ("day", 0), "yesterday": ("day", -1), "tomorrow": ("day", 1),
    "tonight": ("night", 0), "now": ("present", 0), "currently": ("present", 0),
    "nowadays": ("present", 0), "recently": ("past", 0), "lately": ("past", 0),
    "presently": ("present", 0), "soon": ("future", 0), "shortly": ("future", 0),
}  # fmt: skip

SET_WORDS = {
    **{f"{day}s": f"XXXX-WXX-{number + 1}" for day, number in WEEKDAYS.items() if day.endswith("day")},
    "weekdays": "XXXX-WXX-WD",
    "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W",
    "daily": "P1D", "hourly": "PT1H", "quarterly": "P3M", "nightly": "P1D", "fortnightly": "P2W",
}  # fmt: skip

# Hours ahead of UTC.
TIME_ZONES = {
    "utc": 0, "gmt": 0, "est": -5, "edt": -4, "et": -4, "pst": -8, "pdt": -7, "cst": -6, "cdt": -5,
    "cet": 1, "cest": 2, "eet": 2, "msk": 3, "kst": 9, "jst": 9, "bst": 1, "ist": 5.5,
}  # fmt: skip

# "Moscow time": the same, by the place that is named; where the clocks change, by summer.
CITY_TIMES = {
    "moscow": 3, "pyongyang": 9, "seoul": 9, "korean": 9, "korea": 9, "tokyo": 9, "beijing": 8, "vladivostok": 10,
    "eastern": -4, "washington": -4, "new york": -4, "london": 1, "kyiv": 3, "paris": 2, "berlin": 2, "greenwich mean": 0,
}  # fmt: skip

_FUNCTION_WORDS = {
    "A": "a an", "T": "the", "l": "last latest", "p": "past", "v": "previous preceding prior",
    "n": "next", "f": "following coming upcoming ensuing subsequent", "h": "this these",
    "t": "that those", "c": "same very latter", "r": "current present",
    "e": "early", "i": "mid middle", "k": "late", "E": "earlier", "K": "later thereafter afterwards afterward",
    "g": "end start beginning close turn", "a": "ago", "b": "before", "d": "after from_now",
    "s": "since", "u": "until till through throughout", "y": "by", "o": "of", "x": "in during within",
    "z": "on", "j": "at", "F": "from", "B": "between", "&": "and", "%": "or", "-": "to",
    "~": "about around nearly almost approximately roughly circa ca some over under barely only just",
    "Q": "every each per", "R": "recent former future", "w": "whole entire full",
    "q": "am pm a.m p.m", "X": "bc bce b.c ad ce a.d",
    "m": "more less least most than", "@": "trading straight consecutive successive",
    "L": "period",
}  # fmt: skip


def _lexicon() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter, words in _FUNCTION_WORDS.items():
        table.update(dict.fromkeys(words.split(), letter))
    for letter, keys in (
        ("C", NUMBER_WORDS), ("O", ORDINAL_WORDS), ("P", PARTS_OF_DAY), ("S", SEASONS),
        ("U", UNITS), ("W", WEEKDAYS), ("M", MONTHS), ("G", TODAY_WORDS), ("J", SET_WORDS),
        ("Z", TIME_ZONES),
    ):  # fmt: skip
        table.update(dict.fromkeys(keys, letter))
    table["some"] = "~"
    table["second"] = "O"  # "the second quarter"; as a unit only in the plural
    return table


LEXICON = _lexicon()

# A short text island is looked at only when one of these classes is in it.
CORE = frozenset("MWYSUGPJIVHR$ZXrp")

# Words that are names of months or days only when written with a capital letter.
NEEDS_CAPITAL = frozenset(
    ["may", "march", "mar", "sun", "sat", "wed", "mon", "fri", "jan", "jun", "dec", "sep", "sept", "oct", "aug", "nov", "apr", "feb", "bc", "bce", "ad", "ce", "b.c", "a.d"]
) | frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(f"{day}s" for day in WEEKDAYS)  # fmt: skip

# Abbreviations that are also common words, initials or newspapers: accepted next to a number only.
NEEDS_NUMBER = frozenset(["mar", "sun", "sat", "wed", "mon", "jan", "jun", "sep", "thu", "tue", "fri", "oct", "dec"])

# Nouns after a number that looks like a year and show that it is an amount ("2000 soldiers").
COUNTED = frozenset(
    [
        "people",
        "soldiers",
        "troops",
        "men",
        "women",
        "tons",
        "tonnes",
        "kilometres",
        "kilometers",
        "miles",
        "meters",
        "metres",
        "dollars",
        "rubles",
        "won",
        "euros",
        "percent",
        "containers",
        "shells",
        "rounds",
        "workers",
        "casualties",
        "refugees",
        "employees",
        "rpm",
        "feet",
        "yards",
        "acres",
        "prisoners",
        "civilians",
        "aircraft",
        "tanks",
        "guns",
        "votes",
        "points",
        "units",
    ]
)

FUTURE_CUES = frozenset(
    [
        "will",
        "would",
        "shall",
        "expected",
        "due",
        "set",
        "scheduled",
        "plans",
        "plan",
        "planned",
        "planning",
        "guess",
        "going",
        "intends",
        "hopes",
        "upcoming",
        "future",
        "ahead",
        "tomorrow",
        "expects",
        "expect",
        "expecting",
        "possible",
        "likely",
        "may",
        "might",
        "next",
        "slated",
        "should",
        "begin",
        "begins",
        "start",
        "starts",
        "opens",
        "ends",
        "expires",
        "closes",
    ]
)
PAST_CUES = frozenset(
    [
        "was",
        "were",
        "had",
        "said",
        "told",
        "did",
        "met",
        "has",
        "have",
        "held",
        "made",
        "took",
        "went",
        "came",
        "sent",
        "signed",
        "announced",
        "reported",
        "became",
        "began",
        "won",
        "lost",
        "fell",
        "rose",
        "gave",
        "saw",
        "visited",
        "arrived",
        "laid",
        "left",
        "spoke",
        "wrote",
        "flew",
        "brought",
        "bought",
        "caught",
        "chose",
        "drew",
        "drove",
        "fought",
        "got",
        "grew",
        "heard",
        "knew",
        "led",
        "paid",
        "ran",
        "rode",
        "sat",
        "sold",
        "shook",
        "shot",
        "stood",
        "struck",
        "swore",
        "taught",
        "thought",
        "threw",
        "wore",
        "broke",
        "built",
        "kept",
        "felt",
        "sought",
        "withdrew",
        "sank",
        "swept",
        "stole",
        "hid",
        "rang",
        "sang",
        "fled",
        "dealt",
        "tore",
        "bent",
        "spent",
        "lent",
        "bred",
        "fed",
        "shone",
        "slid",
        "spun",
        "stuck",
        "sprang",
        "strode",
        "undertook",
        "underwent",
        "overtook",
        "oversaw",
        "foresaw",
        "forgave",
        "forgot",
        "froze",
        "hung",
        "begun",
        "flown",
        "given",
        "taken",
        "written",
        "spoken",
        "driven",
        "fallen",
        "shown",
        "drawn",
        "chosen",
    ]
)
