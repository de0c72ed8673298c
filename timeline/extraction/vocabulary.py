"""The controlled vocabulary as plain values: who, where, what, and the words that name them in texts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .russian import lemma

# The two countries whose relations the timeline is about. A mention must involve both.
PARTIES = frozenset({"ru", "kp"})

# Group 1 is the word itself; a possessive ending belongs to the match but not to the word.
WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_](?=\.|\b))*|\d+(?:[.,]\d+)*)(?:['’]s\b)?")
# Of verbs too, but behind "to" these are nearly always nouns: "according to state media".
NOUNS = frozenset(["state"])
GAP = "…"
MAX_GAP = 7


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of event. `rank` orders kinds where one sentence names several (higher absorbs lower)."""

    slug: str
    label: str
    plover: str
    rank: int = 0
    keeps_undated: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or state. `country` is the ISO 3166 code of the side it stands for, lower case.

    `aliases` are other names; `adjectives` ("Russian") only tell the side; `roles` are offices
    ("the Russian leader") that stand for whoever the text names in them. `since` and `until` are the years
    in which a name or office shared with others means this person.
    """

    slug: str
    name: str
    kind: str
    country: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def serves_in(self, year: int) -> bool:
        """Whether a shared name or office can mean this person in that year."""
        return (self.since or 0) <= year <= (self.until or 9999)

    @property
    def leads(self) -> bool:
        """Whether one of the offices is that of a leader."""
        return any(role.endswith(" leader") for role in self.roles)

    @property
    def title_name(self) -> str:
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `parent` is the slug of the place that it lies in ("" for none)."""

    slug: str
    name: str
    country: str
    parent: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjective:
    """ "Russian": tells the side of what it stands before, names nobody."""

    of: Actor


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name a kind of event. `needs`: one of these words must stand in the same clause.

    `part` is verb, noun, say (a reporting verb: what follows is content) or speech (a speech act: "thanked").
    `present` is how a title says it ("visits"); `weak` triggers give way to any other of the sentence.
    """

    kind: str
    forms: tuple[str, ...]
    part: str
    language: str = "en"
    present: str = ""
    needs: tuple[str, ...] = ()
    weak: bool = False


_IRREGULAR = {
    "began": "begin", "broke": "break", "came": "come", "drew": "draw", "drove": "drive", "flew": "fly", "forgave": "forgive",
    "gave": "give", "had": "have", "held": "hold", "left": "leave", "made": "make", "met": "meet", "paid": "pay", "rode": "ride",
    "sat": "sit", "saw": "see", "sent": "send", "shook": "shake", "spoke": "speak", "struck": "strike", "swore": "swear",
    "took": "take", "went": "go", "wrote": "write",
}  # fmt: skip


def base_forms(past: str) -> tuple[str, ...]:
    """What an English past may be the past of: base_forms("shipped") == ("shipp", "shippe", "ship").

    Of a phrase ("took effect") its first word. Not all of them are words, and some are other words ("land",
    "test"): they count behind "will", "to" and their like only.
    """
    first, space, rest = past.partition(" ")
    if space:
        return tuple(f"{base} {rest}" for base in base_forms(first))
    if past in _IRREGULAR:
        return (_IRREGULAR[past],)
    if not past.endswith("ed") or len(past) < 5 or not past.isalpha():
        return ()
    stem = past[:-2]
    more = (stem[:-1] + "y",) if stem.endswith("i") else (stem[:-1],) if stem[-1] == stem[-2] else ()
    return tuple(base for base in (stem, stem + "e", *more) if base != "not")  # "noted" is of "note"


def gerunds(past: str) -> tuple[str, ...]:
    """The form on "-ing" of an English past: gerunds("shipped") == ("shipping",); () of words that are no such past."""
    first, space, rest = past.partition(" ")
    if space:
        return tuple(f"{form} {rest}" for form in gerunds(first))
    if past in _IRREGULAR:
        base = _IRREGULAR[past]
        return ((base[:-1] if base.endswith("e") and base[-2:] != "ee" else base) + "ing",)
    if not past.endswith("ed") or len(past) < 5 or not past.isalpha():
        return ()
    stem = past[:-2]
    return ((stem[:-1] + "y" if stem.endswith("i") else stem) + "ing",)


def words_of(text: str) -> tuple[str, ...]:
    """The text's words in lower case, without possessive endings: words_of("Kim Jong-un's") == ("kim", "jong", "un")."""
    return tuple(word.lower() for word in WORD.findall(text))


class Phrase(NamedTuple):
    """Words, some with a GAP between them; `capital` is the one that must have a capital letter, -1 for none."""

    words: tuple[str, ...]
    capital: int
    meaning: object


@dataclass(frozen=True)
class Phrases:
    """Phrases by their first word and then by their second, so that one pass over a sentence finds them all.

    Russian words stand in them in their dictionary form.

    Longest first. Under the second word "" stand those that have none, or a gap in its place.
    """

    table: Mapping[str, Mapping[str, tuple[Phrase, ...]]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, object]]) -> "Phrases":
        by_first: dict[str, list[Phrase]] = {}
        for phrase, meaning in pairs:
            words = tuple(lemma(w) for part in phrase.split() for w in ((part,) if part == GAP else words_of(part)))
            if words:
                # "the North" is not "the north of the city"; a role may be written with capitals or without.
                capital = 0 if phrase[:1].isupper() else 1 if phrase[:5] in ("the N", "the S") else -1
                by_first.setdefault(words[0], []).append(Phrase(words, capital, meaning))
        return cls({first: _by_second(phrases) for first, phrases in by_first.items()})

    def at(self, words: list[str], raw: list[str], index: int) -> tuple[int, object] | None:
        """(index behind the phrase, meaning) of the longest phrase that begins at a word."""
        by_second = self.table.get(words[index])
        if by_second is None:
            return None
        second = words[index + 1] if index + 1 < len(words) else ""
        for phrase in by_second.get(second) or by_second.get("", ()):
            end = _match(phrase.words, words, index)
            if end and (phrase.capital < 0 or raw[index + phrase.capital][:1].isupper()):
                return end, phrase.meaning
        return None


def _by_second(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    longest_first = sorted(phrases, key=lambda p: (-len(p.words), p.words))
    seconds = {p.words[1] if len(p.words) > 1 and p.words[1] != GAP else "" for p in longest_first}
    return {
        second: tuple(p for p in longest_first if len(p.words) == 1 or p.words[1] in (GAP, second))
        for second in seconds | {""}
    }


def _match(parts: tuple[str, ...], words: list[str], index: int) -> int | None:
    position = index
    pending = 0
    for part in parts:
        if part == GAP:
            pending = MAX_GAP - 1
            position += 1  # a gap is one word at least: "showed … around" is not "shows around"
            continue
        while position < len(words) and words[position] != part and pending:
            position += 1
            pending -= 1
        if position >= len(words) or words[position] != part:
            return None
        position += 1
        pending = 0
    return position


@dataclass(frozen=True)
class Vocabulary:
    """All of the vocabulary, with the look-up tables that extraction needs."""

    kinds: tuple[Kind, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    triggers: tuple[Trigger, ...] = ()

    @cached_property
    def kind(self) -> dict[str, Kind]:
        return {kind.slug: kind for kind in self.kinds}

    @cached_property
    def actor(self) -> dict[str, Actor]:
        return {actor.slug: actor for actor in self.actors}

    @cached_property
    def place(self) -> dict[str, Place]:
        return {place.slug: place for place in self.places}

    @cached_property
    def names(self) -> Phrases:
        """Names of actors and places; the meaning is a tuple of all actors and places that bear one."""
        meanings: dict[str, list[object]] = {}
        for actor in self.actors:
            for name in dict.fromkeys((actor.name, *actor.aliases, *actor.roles)):
                meanings.setdefault(name, []).append(actor)
            for word in actor.adjectives:
                meanings.setdefault(word, []).append(Adjective(actor))
        for place in self.places:
            for name in dict.fromkeys((place.name, *place.aliases)):
                meanings.setdefault(name, []).append(place)
        return Phrases.of((name, tuple(found)) for name, found in meanings.items())

    @cached_property
    def trigger_phrases(self) -> dict[str, Phrases]:
        """Trigger phrases by language."""
        by_language: dict[str, list[tuple[str, Trigger]]] = {}
        for trigger in self.triggers:
            for form in trigger.forms:
                by_language.setdefault(trigger.language, []).append((form, trigger))
        return {language: _grouped(pairs) for language, pairs in by_language.items()}

    @cached_property
    def bare_phrases(self) -> dict[str, Phrases]:
        """By language the verbs without an ending that no trigger lists: they tell something behind "will" or "to" only."""
        verbs = [t for t in self.triggers if t.language == "en" and t.part != "noun"]
        pairs: list[tuple[str, Trigger]] = [
            (base, trigger)
            for trigger in verbs
            for base in sorted({b for form in trigger.forms for b in base_forms(form)}.difference(trigger.forms, NOUNS))
        ]
        return {"en": _grouped(pairs)} if pairs else {}

    @cached_property
    def gerund_phrases(self) -> dict[str, Phrases]:
        """By language the verbs on "-ing" that no trigger lists: they tell something behind "by", "after" and their like."""
        listed = {form for trigger in self.triggers for form in trigger.forms}
        pairs: list[tuple[str, Trigger]] = [
            (gerund, trigger)
            for trigger in self.triggers
            if trigger.language == "en" and trigger.part == "verb"
            for gerund in sorted({g for form in trigger.forms for g in gerunds(form)} - listed)
        ]
        return {"en": _grouped(pairs)} if pairs else {}

    @cached_property
    def needed_by(self) -> dict[str, tuple[str, ...]]:
        """For each word that triggers need beside them the kinds of these: what it speaks for where there is no trigger."""
        pairs = sorted({(word, trigger.kind) for trigger in self.triggers for word in trigger.needs})
        found: dict[str, tuple[str, ...]] = {}
        for word, kind in pairs:
            found[word] = (*found.get(word, ()), kind)
        return found

    @cached_property
    def own_names(self) -> dict[str, tuple[str, ...]]:
        """For each actor the names that nobody else bears."""
        bearers = Counter(name for actor in self.actors for name in {actor.name, *actor.aliases})
        return {
            actor.slug: tuple(name for name in (actor.name, *actor.aliases) if bearers[name] == 1)
            for actor in self.actors
        }

    def holder(self, actor: Actor, year: int) -> Actor | None:
        """Who bore a name or office of the actor's in that year; the one who came to it last."""
        words = {*actor.aliases, *actor.roles}
        sharing = [
            a for a in self.actors if a.since and words.intersection((*a.aliases, *a.roles)) and a.serves_in(year)
        ]
        last = max(sharing, key=lambda a: a.since or 0, default=None)
        # In the year in which one followed the other it may be either.
        either = last is not None and actor.serves_in(year) and year in (last.since, last.until)
        return actor if either else last

    def encloses(self, outer: str, inner: str) -> bool:
        """Whether a place lies in another or is it: encloses("russia", "vladivostok")."""
        return outer == inner or outer in self._enclosing.get(inner, ())

    @cached_property
    def _enclosing(self) -> dict[str, frozenset[str]]:
        """For each place all that it lies in."""
        return {place.slug: frozenset(self._parents(place.slug)) for place in self.places}

    def _parents(self, slug: str) -> set[str]:
        seen: set[str] = set()
        while slug and slug not in seen:
            seen.add(slug)
            slug = self.place[slug].parent if slug in self.place else ""
        return seen


def _grouped(pairs: list[tuple[str, Trigger]]) -> Phrases:
    """One phrase may trigger several kinds ("sent" troops, "sent" arms): its meaning is all of them.

    A phrase of a visit has also what its first word may trigger for trains and diplomats ("left Pyongyang", "stopped in").
    """
    meanings: dict[str, list[Trigger]] = {}
    for phrase, trigger in pairs:
        meanings.setdefault(phrase, []).append(trigger)
    for phrase, triggers in meanings.items():
        first, *more = phrase.split()
        if more and any(t.kind == "visit" for t in triggers):
            triggers += [t for t in meanings.get(first, ()) if t.kind in ("economic", "other") and t.needs]
    return Phrases.of((phrase, tuple(triggers)) for phrase, triggers in meanings.items())
