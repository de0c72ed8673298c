"""Titles in plain English from kind, actors and place, else in the text's own words; nothing is invented."""

import re
from collections.abc import Iterable, Sequence

from .mention import UNNAMED, EventMention
from .own_words import OwnWords, agreeing, without_role
from .phrasing import stands_alone, without_loose_end
from .sighting import MergedEvent
from .vocabulary import PARTIES, Vocabulary

MAX_TITLE = 120
_STATES = {"ru": "Russia", "kp": "North Korea"}
# A title names the town, not the house.
_BUILDING = re.compile(r"\b(?:Guesthouse|airport|Square|Island)$")

# Words behind a verb that are no object of it.
_NO_OBJECT = re.compile(
    r"(?:in|at|by|of|to|with|on|during|for|from|and|or|as|after|before|when|while|that|which|who|had|has|have|is|are|was|were|be|been|its last|his|her|"
    r"contains?|provides?|commits?|obliges?|binds?|calls?|gives?|includes?|requires?|will|would|can|could|must|should|may|did|does)\b|$|\W",
    re.IGNORECASE,
)
# What is signed or ratified.
_TREATY = re.compile(
    r"\b(?:treat|pact|agreement|accord|alliance|declaration|memorand|protocol|plan\b|program|deal\b|decree|law\b|bill\b|document|contract|"
    r"partnership|charter|communiqu|text\b|papers|instruments|statement)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\b(?:law|bill|decree|order|ratif\w*|document|under)\b", re.IGNORECASE)
# What is sent when troops are.
_TROOPS = re.compile(
    r"\b(?:soldiers|troops|forces|personnel|servicemen|men|engineers|sappers|deminers|builders|workers|units?|brigades?|fighters)\b"
)
_OBJECT_STOP = re.compile(
    r",\s|;|:|\s(?:which|who|requiring|after|before|during|while|when|including|indicating|and\s+\w+ed)\s|\s[—–]\s|[“\"]"
)

# Words that put a title ahead already: "to visit", "plans to send"; not "sent to Russia".
_AHEAD = re.compile(r"\b(?:plans?|planned|expected|due|will|to (?!the\b)[a-z]+)\b")
_SAID = re.compile(r":\s|\b(?:said|says|told|announced)\b")
_MAIN_VERB = re.compile(r"\s(?:(?P<verb>meet|hold|sign|receive|greet|welcome|approve|embrace)s?|ratif(?:y|ies))\s")


def _put_ahead(title: str, kind: str) -> str:
    """ "Putin and Kim Jong Un to meet in Moscow"; where the words are the text's own, they are only marked."""
    verb = _MAIN_VERB.search(f"{title} ") if kind in ("summit", "meeting", "treaty") else None
    if verb and not _AHEAD.search(title, 0, verb.start()):
        return f"{title[: verb.start()]} to {verb['verb'] or 'ratify'} {title[verb.end() :]}".rstrip()
    if _AHEAD.search(title) or _SAID.search(title):  # "Lavrov: flights will start": it was said
        return title
    return f"{title} planned" if kind == "parade" else f"{title} (planned)"


def title_of(event: MergedEvent, mentions: Sequence[EventMention], vocabulary: Vocabulary) -> str:
    """The event's title: "Putin and Kim Jong Un meet in Beijing"."""
    titler = _Titler(event, mentions, vocabulary)
    title = " ".join(titler.title().split())
    if event.called_off:
        title += " called off"
    elif event.modality == "planned":
        title = _put_ahead(title, event.kind)
    title = title[:1].upper() + title[1:]
    return title if len(title) <= MAX_TITLE else f"{without_loose_end(title[: title.rfind(' ', 0, MAX_TITLE)])} …"


class _Titler:
    def __init__(self, event: MergedEvent, mentions: Sequence[EventMention], vocabulary: Vocabulary) -> None:
        self._event = event
        self._vocabulary = vocabulary
        own = [m for m in mentions if m.kind == event.kind] or list(mentions)
        self._mentions = own
        self._lead = event.lead.mention if event.lead and event.lead.mention in own else own[0]
        self._words = OwnWords(self._lead, own, vocabulary)

    def title(self) -> str:
        if self._lead.verb == UNNAMED:
            return self._words.clause()
        build = {
            "summit": self._summit, "meeting": self._meeting, "visit": self._visit, "treaty": self._treaty,
            "parade": self._parade, "troop_deployment": self._troops, "arms_transfer": self._arms,
            "casualty_report": self._casualties, "statement": self._words.statement,
        }.get(self._event.kind, self._words.clause)  # fmt: skip
        return build()

    # -- parts --------------------------------------------------------------------------------------

    def _name(self, slug: str) -> str:
        actor = self._vocabulary.actor.get(slug)
        return actor.title_name if actor else slug

    def _people(self, kinds: Sequence[str] = ("person",)) -> list[str]:
        """Names of the actors of the two countries, Russia's side first."""
        table = self._vocabulary.actor
        found = [a for a in self._event.actors if a in table and table[a].kind in kinds and table[a].country in PARTIES]
        return [
            self._name(a) for a in sorted(found, key=lambda a: (table[a].country != "ru", self._event.actors.index(a)))
        ]

    def _pair(self) -> list[str]:
        """One of each side: the persons told most often, else bodies, else the states."""
        table = self._vocabulary.actor
        pair: list[str] = []
        for country in ("ru", "kp"):
            for kinds in (("person",), ("body",), ("state",)):
                found = [
                    a
                    for a in self._event.actors
                    if a in table and table[a].country == country and table[a].kind in kinds
                ]
                if found:
                    pair.append(found[0])
                    break
        levels = {table[a].kind for a in pair}
        if levels == {"person", "state"}:  # "Russia and Kim Il Sung" compares unlike things
            return ["Russia", "North Korea"]
        return [self._name(a) for a in pair]

    def _in_place(self) -> str:
        place = self._vocabulary.place.get(self._event.place)
        if place is None:
            return ""
        name = place.name
        if name.startswith("Russian embassy"):
            return f" at the {name}"
        if _BUILDING.search(name) and place.parent:
            name = self._vocabulary.place[place.parent].name
        article = (
            "the "
            if re.search(r"\b(?:region|cosmodrome|Far East|River|headquarters|Kremlin|Hall|resort|site)$", name)
            else ""
        )
        return f" {'at' if 'cosmodrome' in name or 'airport' in name else 'in'} {article}{name}"

    def _object(self, words: str) -> str:
        cleaned = without_role(words)
        stop = _OBJECT_STOP.search(cleaned)
        return without_loose_end(cleaned[: stop.start()].strip(" ,.;")) if stop else cleaned.strip(" ,.;")

    # -- by kind ------------------------------------------------------------------------------------

    def _summit(self) -> str:
        pair = self._pair()
        who = " and ".join(pair) if len(pair) > 1 else "Russia and North Korea"
        return f"{who} hold summit{self._in_place()}"

    def _meeting(self) -> str:
        pair = self._pair()
        greets = self._lead.verb in ("greets", "welcomes", "receives", "embraces")
        if len(pair) == 1 and greets and len(self._object(self._lead.detail).split()) > 1:
            if pair[0] in self._lead.detail:
                return self._words.clause()
            return f"{pair[0]} {self._lead.verb} {self._object(self._lead.detail)}"
        if len(pair) < 2:
            return self._talks(pair)
        both_persons = len(set(self._people())) >= 2
        if not both_persons and greets:
            return f"{pair[0]} {self._lead.verb} {self._object(self._lead.detail) or pair[1]}{'' if self._has_place(self._lead.detail) else self._in_place()}"
        return f"{pair[0]} and {_inside(pair[1])} meet{self._in_place()}"

    def _talks(self, pair: Sequence[str]) -> str:
        """Talks of which one side's people at most are named: "Lavrov holds talks with North Korea in Moscow"."""
        others = [state for side, state in _STATES.items() if side in self._other_sides()]
        if not pair or (pair[0] in _STATES.values() and others):
            return f"Russia and North Korea hold talks{self._in_place()}"
        whom = f" with {others[0]}" if others and others[0] not in self._in_place() else ""
        return f"{pair[0]} {agreeing(pair[0], 'holds')} talks{whom}{self._in_place()}"

    def _other_sides(self) -> set[str]:
        """The countries that the reports name beside those of the actors."""
        return {side for m in self._mentions for side in m.sides} - self._countries(self._event.actors)

    def _countries(self, slugs: Iterable[str]) -> set[str]:
        """Whose the actors are that do more than report."""
        actors = (self._vocabulary.actor.get(slug) for slug in slugs)
        return {actor.country for actor in actors if actor is not None and actor.kind != "media"}

    def _has_place(self, words: str) -> bool:
        place = self._vocabulary.place.get(self._event.place)
        return bool(place and place.name.removesuffix(" region") in self._object(words))

    def _visit(self) -> str:
        visitors = [m.visitor or self._name(m.actors[0]) for m in self._mentions if m.visitor or m.actors]
        if not visitors and not self._people():
            return self._words.clause()
        visitor = visitors[0] if visitors else self._people()[0]
        if visitor in _STATES.values() and stands_alone(clause := self._words.clause()):
            return clause  # it is not the country that travels
        place = self._vocabulary.place.get(self._event.place)
        where = (
            ""
            if place is None
            else f"the {place.name}"
            if re.search(r"embassy|Far East|cosmodrome|region", place.name)
            else place.name
        )
        if self._event.modality == "planned":
            where = where or self._other_country(visitor)
            return f"{visitor}’s visit to {where}" if self._event.called_off else f"{visitor} to visit {where}"
        return f"{visitor} {agreeing(visitor, 'visits')} {where or self._other_country(visitor)}"

    def _other_country(self, visitor: str) -> str:
        country = next((a.country for a in self._vocabulary.actors if a.title_name == visitor), "")
        return {"ru": "North Korea", "kp": "Russia"}.get(country, "the other country")

    def _treaty(self) -> str:
        best = min(
            self._mentions,
            key=lambda m: (
                not self._object(m.detail) or bool(_NO_OBJECT.match(self._object(m.detail))),
                -len(self._object(m.detail)) if len(self._object(m.detail)) < 70 else 0,
                m.detail,
            ),
        )
        verb = best.verb or "signs"
        what = re.sub(r"^(?:an?|the|their)\s+", "", self._object(best.detail))
        # What is exchanged are instruments of a treaty, or toasts.
        if not best.verb and best.clause or verb.startswith("exchange") and not _TREATY.search(what):
            return self._words.clause()
        if (
            not _TREATY.search(what) or _NO_OBJECT.match(what) or re.search(r"[^\x00-\u024f\u2000-\u206f]", what)
        ):  # no words for it, or not in this alphabet
            what = "treaty"
        table = self._vocabulary.actor
        states = [a for a in best.actors[:2] if a in table and table[a].kind == "state"]
        # "ratified the treaty with North Korea" is told of Russia alone.
        alone = (verb.startswith("ratif") and (len(states) < 2 or " with " in what)) or what.startswith("decree")
        actors = best.actors[:1] if alone else best.actors
        sides = self._countries(actors) & PARTIES
        # A treaty is signed by two, whoever leads the words that say most of it; a law by one.
        if sides and verb.startswith("sign") and not _OF_ONE.search(what):
            sides |= self._countries(self._event.actors) & PARTIES
        who = {frozenset({"ru"}): "Russia", frozenset({"kp"}): "North Korea"}.get(
            frozenset(sides), "Russia and North Korea"
        )
        if who == "North Korea" and "with North Korea" in what:
            who = "Russia"
        if " and " in who:
            verb = agreeing(who, verb)
        return f"{who} {verb} {what}"

    def _parade(self) -> str:
        named = any(
            "victory day" in (m.dating.words.lower() if m.dating else "") or "Victory Day" in m.detail
            for m in self._mentions
        )
        country = (
            self._vocabulary.place[self._event.place].country if self._event.place in self._vocabulary.place else ""
        )
        return f"{'Victory Day' if named and country in ('', 'ru') else 'Military'} parade{self._in_place()}"

    def _agreed_figure(self, quantities: Sequence[str]) -> str:
        """The figure when all reports of the event give it: one report's number is not the event's."""
        values = [{f.value for f in m.figures if f.quantity in quantities} for m in self._mentions]
        return self._figure(quantities) if values and all(value and value == values[0] for value in values) else ""

    def _figure(self, quantities: Sequence[str]) -> str:
        for mention in (self._lead, *self._mentions):
            for figure in mention.figures:
                if figure.quantity in quantities:
                    number = f"{figure.value:,.0f}"
                    bound = {
                        "around": "about",
                        "some": "about",
                        "roughly": "about",
                        "approximately": "about",
                        "over": "more than",
                    }.get(figure.bound, figure.bound)
                    return f"{bound} {number}".strip()
        return ""

    def _troops(self) -> str:
        count = self._agreed_figure(("soldiers sent", "soldiers"))
        to = self._vocabulary.place.get(self._event.place)
        name = to.name if to and to.country == "ru" else "Russia"
        where = f" to {'the ' if name.endswith('region') else ''}{name}"
        if self._event.modality == "planned":
            told = self._object(self._lead.detail)
            what = f"{count} soldiers" if count else told if _TROOPS.search(told) else "troops"
            return f"North Korea plans to send {what}{'' if self._has_place(what) else where}"
        said = " said to be" if self._event.modality == "claimed" else ""
        return (
            f"{count} North Korean soldiers{said} sent{where}"
            if count
            else f"North Korean troops{said} deployed{where}"
        )

    def _other_way(self) -> bool:
        """Whether it is Russia that sends: no title then says that North Korean arms were sent."""
        place = self._vocabulary.place.get(self._event.place)
        country = place.country if place else ""
        subject = self._vocabulary.actor.get(self._lead.actors[0]) if self._lead.actors else None
        return country == "kp" or (subject is not None and subject.country == "ru" and country != "ru")

    def _arms(self) -> str:
        if self._other_way():
            return self._words.clause()
        count = self._figure(("containers", "shells", "missiles", "rounds"))
        unit = next(
            (
                f.unit
                for m in self._mentions
                for f in m.figures
                if f.quantity in ("containers", "shells", "missiles", "rounds")
            ),
            "",
        )
        claimed = {"claimed": " said to be", "planned": " to be"}.get(self._event.modality, "")
        if count:
            what = f"{count} {unit if unit.endswith('s') else unit + 's'}"
            return (
                f"{what} of North Korean arms{claimed} sent to Russia"
                if unit.startswith("container")
                else f"{what} from North Korea{claimed} sent to Russia"
            )
        return f"North Korean arms{claimed} sent to Russia"

    def _casualties(self) -> str:
        if both := self._figure(("soldiers killed or wounded",)):
            return f"{self._words.speaker()}: {both} North Korean soldiers killed or wounded"
        killed, hurt = self._figure(("soldiers killed",)), self._figure(("soldiers wounded",))
        told = " and ".join(
            part
            for part in (f"{killed} North Korean soldiers killed" if killed else "", f"{hurt} wounded" if hurt else "")
            if part
        )
        return f"{self._words.speaker()}: {told}" if told else self._words.statement()


def _inside(name: str) -> str:
    """The name in the middle of a title: "A North Korean delegation" -> "a North Korean delegation"."""
    return f"a{name[1:]}" if name.startswith("A ") else name
