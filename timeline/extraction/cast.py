"""Who a name stands for in this text: "Kim", "the Russian leader", "Moscow" as government or as place."""

import re
from collections.abc import Iterable

from .clauses import Name
from .scanning import Scan
from .vocabulary import Actor, Adjective, Place

_AT_PLACE = re.compile(
    r"\b(?:in|to|at|from|near|outside|into|visit\w*|left|leav\w+|for|reach\w*|toward|towards|through|around|enter\w*|of|в|во|из|под|на)\s+(?:the\s+)?(?:[\w’'-]+\s+(?:city|capital|region|town|port|village)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_LOCATING = re.compile(
    r"\b(in|at|to|near|outside|into|on|onto|visit\w*|tour\w*|reach\w*|enter\w*|toward|towards|through|в|во|на)\s+(?:the\s+|its\s+|his\s+)?(?:[\w’'-]+\s+){0,3}?(?:(?:city|capital|town|port|region|resort|village)\s+of\s+)?$",
    re.IGNORECASE,
)
# "relations to Moscow", "talks with Pyongyang"; not "talks in Pyongyang".
_DEALS_WITH = re.compile(
    r"\b(?:talks|accused|told|ties|relations|between)\s+(?:(?!in\b|at\b|near\b|outside\b)\w+\s+)?$"
)
# "left for Moscow".
_BOUND_FOR = re.compile(
    r"\b(?:left|leav\w+|depart\w*|set\s(?:off|out)|bound|head(?:s|ed|ing)?)\sfor\s(?:the\s)?$", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:of|against|over|with|for|from|by|between|invasion|war)\s+(?:the\s+|its\s+)?(?:[\w’'-]+\s+){0,1}$",
    re.IGNORECASE,
)
_CITY_OF = re.compile(r"\b(?:city|capital|town|port|region|resort|village)\s+of\s+$", re.IGNORECASE)
# "the mausoleum of Kim Il Sung", "an aide to Putin": the person named takes no part.
_ONLY_MENTIONED = re.compile(
    r"\b(?:mausoleum|tomb|statue|memory|portrait|birthday|daughter|son|wife|father|spokes\w+|aide|adviser|envoy|representative)s?\s+(?:of|to|for)\s+(?:the\s+)?(?:late\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_HIS_SPOKESMAN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:spokes\w+|aide|adviser|envoy|press|deputy|office|team|father|son|daughter|wife|sister|brother|uncle|"
    r"minister|bodyguards?|officials?|generals?|ambassador|interpreter|negotiators?|delegation)\b"
)
_RELATIVE = re.compile(
    r"\b(?:father|grandfather|late|son of|predecessor|mother)[, ]*(?:the\s|leader\s)?$", re.IGNORECASE
)
_HALF_NAME = re.compile(r"(?:the )?(?:North|South)$")
_NEXT_CAPITAL = re.compile(r"\s(?:[A-Z][a-z]+|[А-ЯЁ][а-яё]+)")


class Cast:
    """The persons of one text. `resolve` must be called sentence by sentence, in order."""

    def __init__(self, text: str, scans: Iterable[Scan], year: int | None = None) -> None:
        """`year` is that of the text: whom it calls "the leader" without naming anybody."""
        self._year = year
        self._text = text
        self._bound: dict[str, Actor] = {}
        self._named: list[Actor] = []
        for scan in scans:
            for start, end, meanings in scan.names:
                name = text[start:end]
                persons = [m for m in meanings if isinstance(m, Actor) and m.kind == "person"]
                if len(persons) == 1 and " " in name and name not in persons[0].roles and persons[0] not in self._named:
                    self._named.append(persons[0])

    def resolve(self, names: list[Name]) -> None:
        """Sets actor, place and side of each name, in text order."""
        for index, name in enumerate(names):
            following = names[index + 1] if index + 1 < len(names) else None
            self._resolve(name, following)
            if name.place is not None:
                before = self._text[max(0, name.start - 48) : name.start]
                about = _ABOUT.search(before) and not _CITY_OF.search(before)
                name.located = bool(_BOUND_FOR.search(before) or (_LOCATING.search(before) and not about))

    def _resolve(self, name: Name, following: Name | None) -> None:
        if _HALF_NAME.match(name.text) and self._before_unknown_name(name):
            return  # "the North Caucasus"
        actors = [m for m in name.meanings if isinstance(m, Actor)]
        places = [m for m in name.meanings if isinstance(m, Place)]
        adjectives = [m for m in name.meanings if isinstance(m, Adjective)]
        if adjectives and not actors:
            name.side = adjectives[0].of.country
        if places:
            name.place = places[0]
            name.side = actors[0].country if actors else places[0].country
            if not actors:
                return
            if self._stands_at_place(name):
                return
            name.place = None
        if not actors:
            return
        name.side = actors[0].country
        role = any(self._is_role(name, actor) for actor in actors)
        if role and following and self._adjoins(name, following):
            self._bind_role(name, following)
            return
        followed = following is not None and self._adjoins(name, following)
        single = " " not in name.text
        if (role or (single and actors[0].kind == "person")) and not followed and self._before_unknown_name(name):
            name.side = name.side if role else ""
            return
        name.actor = self._chosen(name, actors)
        name.side = name.actor.country
        before, behind = self._text[max(0, name.start - 60) : name.start], self._text[name.end : name.end + 30]
        if name.actor.kind == "person" and (_ONLY_MENTIONED.search(before) or _HIS_SPOKESMAN.match(behind)):
            name.actor = None
            return
        if not role and name.actor.kind == "person" and not single:
            self._bind_full_name(name)

    def _is_role(self, name: Name, actor: Actor) -> bool:
        lowered = name.text.lower()
        return any(role.lower() == lowered for role in actor.roles)

    def _adjoins(self, name: Name, following: Name) -> bool:
        between = self._text[name.end : following.start]
        return (
            len(between) <= 2
            and between.strip() in ("", ",")
            and any(isinstance(m, Actor) and m.kind == "person" for m in following.meanings)
        )

    def _bind_role(self, name: Name, following: Name) -> None:
        persons = [m for m in following.meanings if isinstance(m, Actor)]
        self._bound[name.text.lower()] = self._chosen(following, persons)

    def _before_unknown_name(self, name: Name) -> bool:
        return bool(_NEXT_CAPITAL.match(self._text, name.end))

    def _chosen(self, name: Name, actors: list[Actor]) -> Actor:
        bound = self._bound.get(name.text.lower())
        if bound in actors or (bound and any(self._is_role(name, actor) for actor in actors)):
            return bound  # type: ignore[return-value]
        if len(actors) == 1:
            return actors[0]
        named = [actor for actor in self._named if actor in actors]
        if named or self._year is None:
            return named[0] if named else actors[0]
        serving = [actor for actor in actors if actor.serves_in(self._year or 0)]
        return max(serving, key=lambda actor: actor.since or 0, default=actors[0])

    def _bind_full_name(self, name: Name) -> None:
        before = self._text[max(0, name.start - 24) : name.start]
        if _RELATIVE.search(before):
            return
        assert name.actor is not None
        for alias in (*name.actor.aliases, name.actor.short):
            if alias and " " not in alias and not self._yields(name.actor, self._bound.get(alias.lower())):
                self._bound[alias.lower()] = name.actor

    def _yields(self, actor: Actor, bound: Actor | None) -> bool:
        """Whether a name goes on to stand for the leader whom the text has named: "Kim" behind Kim Jong Un and Kim Yong Bok."""
        return bound is not None and bound in self._named and bound.leads and not actor.leads

    def _stands_at_place(self, name: Name) -> bool:
        before = self._text[max(0, name.start - 40) : name.start]
        return bool(_AT_PLACE.search(before)) and not _DEALS_WITH.search(before)
