"""Which date belongs to which happening of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from articles.edtf import bounds, day_in_words, in_words, precision, width
from articles.reading.dates import DateExpression
from articles.reading.dates.values import shift, to_edtf

from . import modality
from .antecedents import Antecedents, is_definite, pointing_back
from .clauses import NOUN, RELATIVE, Clause, Hit
from .draft import Draft, Memory
from .mention import Dating
from .usable import usable
from .vocabulary import Vocabulary

# "the ABM Treaty of 1972": a treaty with a name of its own is not one of the two countries.
_TREATY_OF_OTHERS = re.compile(
    r"\b(?!(?:Friendship|Alliance|Partnership|Cooperation|Assistance|The|This|That|A|An|Its|Their)\b)[A-Z][\w-]+\s+(?:Treaty|Pact|Accord|Agreement)$"
)
_SINCE = re.compile(r"\bsince\s+(?:(?:the|that|this|their)\s+)?$", re.IGNORECASE)
# "the first flight since the 1990s" began nothing then.
_FIRST_SINCE = re.compile(
    r"\b(?:first|only|biggest|largest|longest|highest|most|best|worst)\b[^,;]{0,50}\bsince\s", re.IGNORECASE
)
_SINCE_FIRST = re.compile(r"\W{0,4}[Ss]ince\b")
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|already\s+)?\w+", re.IGNORECASE)
_PLUPERFECT = re.compile(r"\bhad\s\w+$")
_PROGRESSIVE = re.compile(r"\bbeen\s+(?:\w+ly\s+)?\w+ing\b")
_PRESENT_PERFECT = re.compile(r"\b(?:has|have)\s(?:(?:also|already|now|since|just|\w+ly)\s)?$")
_OF_PERFECT = re.compile(r"(?:has|have)\s", re.IGNORECASE)
# So many days later "has arrived" may still be told of that day.
DAYS_OF_NEWS = 10
# Rules of dates that tell the hour.
_CLOCKS = ("clock", "hour", "hour-in-words")
# Rules of dates that count from the day of the text.
_DEICTIC = ("weekday", "unit", "today")
# Kinds that go on: shipments, deployments.
LASTING = ("arms_transfer", "troop_deployment")
_SPOKEN_BEFORE = re.compile(
    r"\b(?:made|making) (?:the|these|those|his|her|their) (?:comments?|remarks?|statements?)\b|\b(?:the|these) (?:comments|remarks) (?:came|were)\b",
    re.IGNORECASE,
)
_ANNOUNCEMENT = re.compile(
    r"\b(?i:the|that|this|his|her|its|their)\s(?:[\w’'.-]+\s){0,3}(?:announcement|statement|remarks|comments|briefing|disclosure|report|admission|acknowledge?ment|confirmation|reaction|warning|denial|declaration)\b"
)
_OBJECT_BREAK = re.compile(r"\b(?:during|at|after|in|on|following|while|when|and)\b")
# "the June treaty": a date that tells which one is meant.
_NAMED_BY_ITS_DATE = re.compile(r"\s(?:treaty|pact|agreement|accord|summit|meeting|talks|visit|trip|declaration)\b")
# Between two dates of one verb: "in May and again on Aug. 24", "on March 21, June 4 and June 17", "in Moscow in May and
# at a port in the east last June".
_AND_AGAIN = re.compile(
    r",\s(?:on\s)?|,?\s(?:and|as well as)\s(?:(?:again|then|once more|before that),?\s)?(?P<elsewhere>(?:in|at)\s(?!(?:an?\s|the\s|his\s|her\s)?(?:\w+\s)?(?:speech|dinner|interview|statement|ceremony|toast|message|letter|briefing|banquet)\b|\w+\s(?:he|she|they|it)\b)(?:[\w’'-]+\s){1,8}?)?(?:(?:in|on)\s)?(?:(?:early|late)\s)?"
)
# Between the time of one happening and that of the next: "in May, the same month in which ...".
_THE_TIME_IN = re.compile(
    r",\s(?:the|a)\s(?:same\s)?(?:month|day|week|year|night|summer|winter|spring|autumn)(?:\s(?:in|on|during))?\s?"
)
_ENDS = re.compile(r"[”\"’')]{0,2}\s*(?:[.;:!?]|$|,\s(?:but|and)\b)")
# "the morning of the parade", "the same day as the treaty", on which something else happened.
_DAY_OF = re.compile(r"\bthe\s(?:(?:morning|afternoon|evening|night|day)\sof|same\s(?:day|evening|night)\sas)\s")
# So many characters behind these words the noun stands at most.
NEAR_NOUN = 30
# Before the date of a participle behind a comma, so far: ", established on Oct. 12".
_PARTICIPLE = re.compile(
    r",\s[a-z]{3,}(?:ed|gun|ilt)\s(?:(?:in|at)\s(?:[A-Z]\w+\s){1,2})?(?:(?:in|on)\s)?(?:(?:early|late)\s)?$"
)
_WAS_SET = re.compile(
    r",\s(?:(?:originally|initially|first|once|at first)\s)?(?:set|scheduled|planned|due|expected|slated|postponed)\s(?:for|from|in|on)\s(?:(?:early|late|mid)\s)?(?:the\s)?$"
)
REACH_OF_PARTICIPLE = 60
# What follows a date that is the last of its verb.
_CLOSES = re.compile(
    r"[”\"’')]{0,2}\s*(?:[.;:!?]|$|,?\s(?:according|with|as|both|which|when|while|but|and\s(?:both|all|the\s(?:two|three)|was|were|is|are|has|had|then|went|came)|after\swhich)\b)"
)


def dating_of(date: DateExpression) -> Dating:
    assert date.edtf is not None
    return Dating(
        date.edtf,
        date.basis,
        date.start,
        date.end,
        date.text,
        date.explanation,
        date.anchor.isoformat() if date.anchor else "",
    )


# Between a verb and its date.
_RIGHT_BEHIND = re.compile(r"\s(?:again\s|only\s)?(?:(?:in|on|at)\s)?(?:the\s)?")
_TO_DO = re.compile(r"\bto\s(?:be\s)?[a-z]{2,20}\b")
# What stands between "invited" and "visit": "the North Korean leader to".
_PROMISED_TO = re.compile(r"(?:(?!(?:were|was|is|are|had|has|would|that|as)\b)[^.,;:]){0,100}\bto\s(?:be\s)?")


class SentenceDates:
    """Gives each trigger of one sentence its date, or None: undated rather than wrong."""

    def __init__(
        self,
        text: str,
        clauses: list[Clause],
        memory: Memory,
        vocabulary: Vocabulary,
        *,
        heading: DateExpression | None = None,
        published: date | None = None,
    ) -> None:
        """`heading` is the date that heads the part of the text in which the sentence stands."""
        self._heading = heading
        self._published = published
        self._text = text
        self._clauses = clauses
        self._memory = memory
        self.antecedents = Antecedents(text, clauses, memory, vocabulary)

    def own(self, index: int, hit: Hit) -> Dating | None:
        """The date in the trigger's own clause, the nearest one when there are several."""
        dates = [d for d in self._clauses[index].dates if usable(d, self._text) or self._names_it(hit, d)]
        weak = hit.triggers[0].weak
        named = [d for d in dates if _NAMED_BY_ITS_DATE.match(self._text, d.end) and (weak or hit.start != d.end + 1)]
        dates = [d for d in dates if d not in named] or dates
        if told := self._of_event(index, hit):
            return told
        dates = [d for d in dates if not self._of_participle(index, d, hit) and not self._of_infinitive(hit, d)]
        dates = [d for d in dates if not self._of_verb_before(index, d, hit, dates)]
        # "The talks, originally set for January, were held on Thursday": two days, and they were on the second.
        dates = [
            d for d in dates if not _WAS_SET.search(self._text[max(0, d.start - REACH_OF_PARTICIPLE) : d.start])
        ] or dates
        if dates and self._is_told_nearer(index, hit, dates):
            return None
        if not dates or _SINCE_FIRST.match(self._text, self._clauses[index].start):
            going_on = self._going_on(index, hit)
            if going_on or not dates:
                return going_on or self._counted(index) or self._right_before(index)
        # "at 9 p.m. Eastern time on 18 June": a bare clock tells no day of its own.
        finest = self._finest(dates, hit, self._clauses[index].hits)
        return dating_of(min(finest, key=lambda d: (d.rule in _CLOCKS, _distance(d, hit), d.start)))

    def _of_verb_before(self, index: int, date: DateExpression, hit: Hit, dates: Sequence[DateExpression]) -> bool:
        """ "the treaty signed in June took effect in December": June is of the signing."""
        if date.end > hit.start or not any(_RIGHT_BEHIND.fullmatch(self._text, hit.end, d.start) for d in dates):
            return False
        others = (h for h in self._clauses[index].hits if h.end <= date.start and h.triggers[0].part == "verb")
        return any(_RIGHT_BEHIND.fullmatch(self._text, h.end, date.start) for h in others)

    def _of_infinitive(self, hit: Hit, date: DateExpression) -> bool:
        """ "promised to visit Moscow next year", "invited him to come in May": what is still to come is not when it was said."""
        if date.start < hit.end or not any(t.part in ("say", "speech") for t in hit.triggers):
            return False
        ahead = bounds(date.edtf or "")[0]
        if ahead is None or self._published is None or ahead <= self._published:
            return False
        return _TO_DO.search(self._text, hit.end, date.start) is not None

    def _is_told_nearer(self, index: int, hit: Hit, dates: Sequence[DateExpression]) -> bool:
        """ "a trip last month for the day on which the war of 1950 ended", in a text of no known date: it was last month."""
        nearest = min(_distance(d, hit) for d in dates)
        return any(_distance(d, hit) < nearest for d in self._unknown(index))

    def _unknown(self, index: int) -> list[DateExpression]:
        """The dates of a clause that count from the day of a text of which nobody knows the day."""
        if self._published is not None:
            return []
        dates = self._clauses[index].dates
        return [d for d in dates if d.edtf is None and d.timex_type == "DATE" and d.rule in _DEICTIC]

    def _finest(
        self, dates: list[DateExpression], hit: Hit | None = None, hits: Sequence[Hit] = ()
    ) -> list[DateExpression]:
        """ "This year, in May", "two weeks earlier, on May 16": the second is meant.

        Not where both stand behind `hit` and another one of the clause's `hits` between them: its own is the second then.
        """

        def finer(other: DateExpression, d: DateExpression) -> bool:
            apart = hit is not None and hit.end <= d.start and any(d.end <= h.start < other.start for h in hits)
            return (_lies_in(other, d) and not apart) or self._says_again(other, d)

        return [d for d in dates if not any(finer(other, d) for other in dates)] or dates

    def again(self, index: int, first: Dating) -> list[tuple[Dating, bool]]:
        """The dates that go on from the first of one verb ("in May and in August"), and whether at the same place."""
        found: list[tuple[Dating, bool]] = []
        end = first.end
        for told in self._clauses[index].dates:
            if told.start <= first.start or not usable(told, self._text) or told.edtf == first.edtf:
                continue
            joint = _AND_AGAIN.fullmatch(self._text, end, told.start)
            if joint is None:
                break
            if joint["elsewhere"] and not _ENDS.match(self._text, told.end):
                break  # "and in a speech on Wednesday, he ...": something else
            found.append((dating_of(told), joint["elsewhere"] is None))
            end = told.end
        # "on June 19 and on June 20 he went on": there the second begins something else.
        return found if _CLOSES.match(self._text, end) else []

    def _of_participle(self, index: int, date: DateExpression, hit: Hit) -> bool:
        """ "talks on their relations, established on Oct. 12": the date is of the participle, not of the talks."""
        clause = self._clauses[index]
        before = _PARTICIPLE.search(self._text, max(clause.start, date.start - REACH_OF_PARTICIPLE), date.start)
        return before is not None and hit.end < before.start()

    def _of_event(self, index: int, hit: Hit) -> Dating | None:
        """ "called on him the morning of the parade", "signed the same day as the treaty": when that was."""
        clause = self._clauses[index]
        for words in _DAY_OF.finditer(self._text, clause.start, clause.end):
            if any(not words.start() <= d.start < words.end() for d in clause.dates if usable(d, self._text)):
                continue  # the clause has a date of its own
            for noun in clause.hits:
                if noun is hit or not words.end() <= noun.start <= words.end() + NEAR_NOUN:
                    continue
                definite = is_definite(self._text[clause.start : noun.start])
                draft = next(self.antecedents.likeliest(noun), None) if definite else None
                if draft is None or draft.dating is None:
                    continue
                why = f"“{words.group().strip()} … {noun.text}” is the day of an event told before, dated by “{draft.dating.words}”."
                return replace(draft.dating, basis="relative", explanation=f"{why} {draft.dating.explanation}")
        return None

    def _says_again(self, other: DateExpression, date: DateExpression) -> bool:
        """ "two weeks later, on May 16": the second says what the first is counted to."""
        return (
            (date.basis == "relative" or date.rule == "later")
            and other.basis != "relative"
            and self._text[date.end : other.start] in (", on ", ", ")
        )

    def _names_it(self, hit: Hit, date: DateExpression) -> bool:
        """ "the agreement of 17 September 2012": the date is the agreement's, and of nothing else in the clause."""
        noun = hit.triggers[0].part == "noun" and any(t.kind == "treaty" for t in hit.triggers)
        if _TREATY_OF_OTHERS.search(self._text[max(0, hit.start - 40) : hit.end]):
            return False
        return noun and date.edtf is not None and self._text[hit.end : date.start].strip() in ("of", "from")

    def _going_on(self, index: int, hit: Hit) -> Dating | None:
        """ "has been sending shells since August": from then to the day of the report."""
        clause = self._clauses[index]
        goes_on = hit.text.lower() == "in force" or _PERFECT.search(self._text[clause.start : clause.end])
        if self._published is None or not goes_on:
            return None
        for told in (d for c in self._clauses[index : index + 2] for d in c.dates):
            before = self._text[max(clause.start, told.start - 60) : told.start]
            if not _SINCE.search(before) or told.edtf is None or told.timex_type != "DATE":
                continue
            if _FIRST_SINCE.search(before) or precision(told.edtf) in ("decade", "century"):
                continue
            earliest = bounds(told.edtf)[0]
            if earliest is None or earliest > self._published or "/" in told.edtf:
                continue
            words = self._text[clause.start : clause.end]
            lasts = _PROGRESSIVE.search(words) or hit.triggers[0].kind in LASTING
            if not lasts or _PLUPERFECT.search(self._text, clause.start, hit.end):
                return dating_of(told)  # "had been suspended since 2020": then it was, and nobody says until when
            why = f"“since {told.text}”: from then to the day of the report, {day_in_words(self._published)}. {told.explanation}"
            span = f"{told.edtf.rstrip('~')}/{self._published.isoformat()}"
            return Dating(span, told.basis, told.start, told.end, told.text, why, self._published.isoformat())
        return None

    def under_heading(self, index: int, hit: Hit) -> Dating | None:
        """The date of the heading that the sentence stands under, for what it tells without a date of its own."""
        heading, clause = self._heading, self._clauses[index]
        if (
            heading is None
            or heading.edtf is None
            or (hit.triggers[0].weak and hit.triggers[0].part == "noun")
            or clause.link in ("content", "apart")
        ):
            return None
        if index and not clause.dates and self._clauses[index - 1].dates:
            return None
        if any(d.edtf and d.timex_type in ("DATE", "TIME") for d in clause.dates):
            return None  # "since 2015": a time of its own, though not one that dates it
        told = dating_of(heading)
        why = f"The passage stands under the heading “{heading.text}”. {heading.explanation}"
        return replace(told, start=-1, end=-1, explanation=why)

    def _counted(self, index: int) -> Dating | None:
        """What "a week after" tells of a clause: the happening it counts from, or the one that is counted."""
        clause = self._clauses[index]
        if clause.connector.startswith("offset") and index:  # "The celebration came a week after Putin thanked Kim"
            return self._from(self._told_before(index - 1), index - 1, -1)
        behind = self._clauses[index + 1 : index + 2]
        if behind and behind[0].connector.startswith("offset"):  # "They met two days after the summit"
            return self._from(self._clause_date(index + 1), index, 1)
        if clause.connector == "main" and index > 1 and self._clauses[index - 1].connector.startswith("offset"):
            return self._from(self._clause_date(index - 1), index - 2, 1)  # "Two days after the summit, they met"
        return None

    def _told_before(self, index: int) -> Dating | None:
        """What ", two days after" in a clause counts from: the date right before it, else that of the clause, else of the one
        whose content the clause is.
        """
        dates = self._clauses[index].dates
        for told, words in pairwise(dates):
            if words.relation and told.edtf and self._text[told.end : words.start] == ", ":
                return dating_of(told)
        found = self._clause_date(index)
        return found or (self._told_before(index - 1) if index and self._clauses[index].link == "content" else None)

    def _from(self, told: Dating | None, index: int, sign: int) -> Dating | None:
        """The date that lies so far from another one as the words "two days after" in the clause say."""
        relations = [d for d in self._clauses[index].dates if d.relation]
        if not relations or told is None or told.edtf is None:
            return None
        words = relations[-1]
        assert words.relation is not None
        unit, number = words.relation
        value = shift(told.edtf, unit, sign * number)
        # "A day after" is meant to the day; weeks and longer are told roundly.
        edtf = to_edtf(value, approximate=unit != "D") if value else None
        if edtf is None:
            return None
        why = f"“{words.text}” counts from another event of the text, {in_words(told.edtf)} (“{told.words}”): {in_words(edtf)}."
        return Dating(
            edtf, "relative", words.start, words.end, words.text, why, told.edtf if len(told.edtf) == 10 else ""
        )

    def _clause_date(self, index: int) -> Dating | None:
        """A date of the clause itself or, failing that, of what the story was on before."""
        dates = [d for d in self._clauses[index].dates if usable(d, self._text) and not d.relation]
        if dates:
            return dating_of(min(self._finest(dates), key=lambda d: (width(d.edtf or ""), d.start)))
        for hit in self._clauses[index].hits:
            draft = self.antecedents.of(index, hit)
            if draft and draft.dating:
                return draft.dating
        said = self._memory.statement
        return said.dating if said and _ANNOUNCEMENT.search(self._clauses[index].words) else None

    def inherited(self, index: int, hit: Hit) -> tuple[Dating | None, Draft | None]:
        """(date, antecedent) from what the words point back to or from a clause told as simultaneous."""
        shared = None if self._unknown(index) else self._shared(index, hit)
        draft = self.antecedents.of(index, hit)
        # "The conversation, which took place on Tuesday": that dates it, whatever was told before.
        behind = self._clauses[index + 1 : index + 2]
        if draft is not None and not (shared and behind and behind[0].connector == "which" and behind[0].dates):
            return (pointing_back(draft), draft)
        if shared is not None:
            return shared, None
        statement = self._memory.statement
        if (
            statement
            and statement.dating
            and _SPOKEN_BEFORE.search(self._text[self._clauses[0].start : self._clauses[-1].end])
        ):
            return pointing_back(statement), None
        return None, None

    def _right_before(self, index: int) -> Dating | None:
        """ "kept silent until April, when it confirmed": the date that "when" stands for, whatever it limits there.

        "Since September, the month in which they met" tells it in the same way.
        """
        clause = self._clauses[index]
        of_time = clause.connector.endswith("which")
        if not index or not (of_time or clause.connector == "when"):
            return None
        for told in self._clauses[index - 1].dates[-1:]:
            joint = self._text[told.end : clause.start]
            stands_for = _THE_TIME_IN.fullmatch(joint) if of_time else not joint.strip(" ,–—")
            if told.edtf is not None and told.timex_type in ("DATE", "TIME") and stands_for:
                return _told_together(dating_of(told))
        return None

    def _shared(self, index: int, hit: Hit) -> Dating | None:
        """The date of a neighbouring clause that tells of the same time.

        A relative clause with a happening of its own dates that ("the treaty that he signed in May"), not what is told
        further ahead.
        """
        found = self._beside(index, hit)
        return None if found and self._has_done(index, hit) and not self._is_news(found) else found

    def _has_done(self, index: int, hit: Hit) -> bool:
        """ "has signed": in English that goes with no time that is over."""
        before = _PRESENT_PERFECT.search(self._text, self._clauses[index].start, hit.start)
        return before is not None or _OF_PERFECT.match(hit.text) is not None

    def _is_news(self, dating: Dating) -> bool:
        last = bounds(dating.edtf)[1]
        return self._published is None or last is None or (self._published - last).days <= DAYS_OF_NEWS

    def _beside(self, index: int, hit: Hit) -> Dating | None:
        position = index
        while position > 0 and self._clauses[position].link in ("same", "resumed"):
            if self._clauses[position].link == "resumed":
                while position > 1 and self._clauses[position].connector not in RELATIVE:
                    position -= 1
            position -= 1
            found = self._clause_date(position)
            if found:
                return _told_together(found)
        position = index
        if self._clauses[index].connector == "tail":
            return None  # "He left, Moscow said, after they had met": that is told of his leaving
        while position + 1 < len(self._clauses) and self._clauses[position + 1].link == "same":
            position += 1
            if _tells_of_its_noun(self._clauses[position], hit):
                break
            found = self._clause_date(position)
            if found:
                return _told_together(found)
        return None


def _tells_of_its_noun(relative: Clause, hit: Hit) -> bool:
    """Whether a relative clause far behind the hit has words of another kind, whose date it is."""
    kinds = {t.kind for t in hit.triggers}
    other = any(not kinds.issuperset(t.kind for t in h.triggers) for h in relative.hits)
    return relative.connector in ("which", "where") and relative.start - hit.end > NOUN and other


def _told_together(dating: Dating) -> Dating:
    return replace(dating, explanation=f"Told together with “{dating.words}”. {dating.explanation}")


def is_object_of_speech(text: str, speech: Hit, noun: Hit) -> bool:
    """ "confirmed its deployment in April": the date is that of the confirming; not "promised to deploy them in April"."""
    if _PROMISED_TO.fullmatch(text, speech.end, noun.start) or modality.is_hearsay_behind(text, speech.end):
        return False
    return speech.end <= noun.start and not _OBJECT_BREAK.search(text[speech.end : noun.start])


def _lies_in(finer: DateExpression, date: DateExpression) -> bool:
    """Whether a date is a part of another one and shorter: May of this year."""
    (a, b), (first, last) = bounds(finer.edtf or ""), bounds(date.edtf or "")
    if a is None or b is None or first is None or last is None or "/" in (date.edtf or ""):
        return False
    return first <= a and b <= last and (a, b) != (first, last)


def _distance(date: DateExpression, hit: Hit) -> int:
    return min(abs(date.start - hit.end), abs(hit.start - date.end))
