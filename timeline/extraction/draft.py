"""A mention in the making: a trigger in its clause, before its sentence has been understood."""

from dataclasses import dataclass, field

from .clauses import Clause, Hit, Name
from .mention import Dating
from .vocabulary import PARTIES, Actor, Kind, Trigger


@dataclass(slots=True)
class Draft:
    kind: Kind
    trigger: Trigger
    hit: Hit
    clause: Clause
    index: int  # of the clause in its sentence
    dating: Dating | None = None
    own_date: bool = False
    subject: Actor | None = None
    actors: list[Actor] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    place: str = ""
    modality: str = "asserted"
    attribution: str = ""
    speaker: Actor | None = None
    stance: str = "supports"
    called_off: bool = False
    ahead: bool = False  # dated behind the day of the report: it can only be a plan
    antecedent: "Draft | None" = None
    content: bool = False

    @property
    def is_speech(self) -> bool:
        return self.trigger.part in ("say", "speech")


@dataclass(slots=True)
class Memory:
    """What earlier sentences left behind: the last draft of each kind, who acted, which sides were in play."""

    last: dict[str, Draft] = field(default_factory=dict)
    subject: Actor | None = None
    alone: bool = False  # whether no other person has been told of since its sentence, so that "he" can be nobody else
    alone_paragraph: int = -1  # of the sentence last looked at for that
    actors: list[Actor] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    persons: dict[str, Actor] = field(default_factory=dict)  # the last one named, by country
    statement: Draft | None = None
    statement_is_last: bool = False
    claim: Draft | None = None  # what the paragraph says that somebody claims
    claim_paragraph: int = -1
    speaker: Actor | None = None
    words: set[str] = field(default_factory=set)
    theme: set[str] = field(default_factory=set)  # content words of all sentences so far that named both sides
    told: set[str] = field(default_factory=set)  # all words of the clauses of the last sentence that told something
    paragraph: int = -1
    last_told: set[str] = field(default_factory=set)  # those of the sentence before that, in one paragraph
    told_paragraph: int = -1


def may_attend(kind: str, actor: Actor) -> bool:
    """Whether an actor can take part: a summit of the two countries is of their leaders."""
    return kind != "summit" or actor.kind != "person" or actor.country not in PARTIES or actor.leads


def actors_of(names: list[Name]) -> list[Actor]:
    """The actors among names, each once, in text order."""
    return list(dict.fromkeys(name.actor for name in names if name.actor is not None))


def sides_of(names: list[Name]) -> set[str]:
    return {name.side for name in names if name.side}
