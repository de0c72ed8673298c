"""What in a text is not the story: share lines, appeals, comment forms, captions, ids, menus.

Nothing is cut out: offsets must hold. Stretches are marked with the name of the rule, so that an
editor can see why a sentence was left out.
"""

import re
from dataclasses import dataclass

from .datelines import dateline_at
from .document import Block, Marked


@dataclass(frozen=True, slots=True)
class BoilerplateRule:
    """`scope` "block" marks the block itself; "rest" also everything behind it once the story has begun.

    With `prose` it does not where so many paragraphs of prose follow: the story goes on behind it.

    Most patterns tell how a block begins; those with `clues` stand anywhere in it, and one of the clues, in lower case, is in
    all that they fit.
    """

    name: str
    pattern: re.Pattern[str]
    scope: str
    example: str
    prose: int = 0
    clues: tuple[str, ...] = ()
    headed: bool = False  # whether headlines stand between it and the story that goes on

    def fits(self, line: str, lowered: str) -> bool:
        """Whether the block, on one line and the same in lower case, breaks the rule."""
        if not self.clues:
            return self.pattern.match(line) is not None
        # To look for a pattern everywhere costs as much as all the rest of reading a block.
        return any(clue in lowered for clue in self.clues) and self.pattern.search(line) is not None


def _rule(
    name: str,
    pattern: str,
    scope: str,
    example: str,
    *,
    prose: int = 0,
    clues: tuple[str, ...] = (),
    headed: bool = False,
) -> BoilerplateRule:
    return BoilerplateRule(name, re.compile(pattern, re.IGNORECASE), scope, example, prose, clues, headed)


RULES: tuple[BoilerplateRule, ...] = (
    _rule("comment form", r"^(?:leave a (?:reply|comment)|post a comment|your email address will not be published|required fields are marked|comments? \(\d+\)$)", "rest", "Leave a Reply"),
    _rule("newsletter", r"\b(?:sign up (?:for|to)|subscribe to|get) (?:our|the|my)\b.{0,40}\bnewsletter|\bour (?:free )?(?:weekly|daily) newsletter\b|^newsletter$|^subscribers agree to", "rest", "Sign up for our newsletter", prose=2, clues=("newsletter", "subscribers")),
    _rule("appeal", r"^(?:a message from\b|dear readers?[,:]|support (?:us|our work|independent journalism)|donate\b|not ready to support)", "rest", "A Message from the editors:"),
    _rule("appeal line", r"^support (?:the )?[A-Z][\w ]{2,40}!?$|\b(?:make a donation|your support, no matter|support us (?:monthly|today)|become a member)\b", "block", "Support The Daily Example!", clues=("support", "donation", "member")),
    _rule("related story", r"^(?:see also|read (?:more|also|next))\W*$", "rest", "See also:", prose=1),
    _rule("related news", r"^related (?:articles|stories|topics|posts|news|links)[\W|]*$", "rest", "Related news", prose=2, headed=True),
    _rule("related links", r"^(?:more (?:on|from|in) (?:this|our|the)\b.{0,40}|you (?:may|might) (?:also )?like|recommended|most (?:read|popular|viewed)|trending(?: now)?|editors[’']? picks?|what to read next|happening now|the latest|latest news|top stories|also in\b.{0,40})[\W|]*$", "rest", "Editors' Picks"),
    _rule("read also line", r"^(?:read (?:more|also)|also read|see also|related|watch|listen)\s*[:|>–-]", "block", "Read also: ..."),
    _rule("share line", r"^(?:share|tweet|print|e-?mail|facebook|twitter|x|telegram|whatsapp|linkedin|copy link|follow us|contact us|subscribe|preview|advertisement|ad|log ?in|sign in|menu|search|home|back to top|continue|listen to this article)(?:(?:[\s|/,·•]+(?:on|this|article|story|now|via|with|share|tweet|print|e-?mail|facebook|twitter|x|telegram|whatsapp|linkedin)){0,12})[.!]?$", "block", "Share on Facebook"),
    _rule("id", r"^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\d{1,12}|[0-9a-f]{16,}|(?=\S{1,160}$)(?:tag[^\s_:]*[_:]\S+|[^\sA-Z0-9_-]*(?:[A-Z0-9_-]{1,15}[^\sA-Z0-9_-]+)*[A-Z0-9_-]{16,}\S*))$", "block", "9f3c0a1e-0000-4000-8000-000000000000"),
    _rule("address label", r"^(?:original (?:url|source|link|article)|url|link|source url|permalink|via|first published (?:at|on|in)|source)\s*[:：]\s*\S*$|^original source\s*[:：]", "block", "Original source: www.example.com"),
    _rule("link", r"^(?:https?://|www\.)\S+(?:\s+\S+)?$", "block", "https://example.com/a"),
    _rule("credit", r"^\(?(?:reporting|writing|editing|additional reporting|with (?:inputs?|reporting) from|photo(?:graph)?s?|image|credit|picture|video|source|sources|фото|источник|quelle)(?: by)?\s*[:：]|^\(?(?:additional )?(?:reporting|writing|editing) by\b|^source\s*:\s*\S+$", "block", "(Reporting by A. Writer; Editing by B. Editor)"),
    _rule("caption", r"^▲|^(?:in )?this (?:\w+ )?(?:photo|picture|image|handout)\s(?:taken|released|provided|made|shows?|from|supplied)\b|^.{0,300}\bin (?:this|a|an) (?:\w+ ){0,2}(?:photo|picture|image|handout)\b[^.]{0,120}\b(?:released|provided|taken|published|supplied|distributed)\b[^.]{0,80}(?:\.\s?(?:[/\[(].{0,60})?)?$|^.{0,300}\b(?:the|this) undated (?:photo|picture|image)\s(?:was|is|released|provided|made|taken)\b|^.{0,300}(?:\s/\s?[A-Z]{2,12}(?: Photo)?|\((?:AP|AFP|Reuters|EPA|Getty)?\s?(?:Photo|Images?|file)[^)]*\)|\b(?:Getty Images|AFP Photo|AP Photo\S*|file photo|handout)\.?|[.!]\s[\w-]+\.(?:ru|com|org|net|kp|gov))$", "block", "The two leaders in a hall. example.com"),
    _rule("clock of the page", r"^(?:(?:posted|updated|published)\s+)?\d{1,3}\s?(?:h|m|d|hours?|hrs?|minutes?|mins?|days?)(?:\s+ago)?$|^\d{1,2}m?$", "block", "37 minutes ago"),
    _rule("rights", r"^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b", "block", "© Example Media", clues=("©", "(c)", "copyright", "rights reserved")),
    _rule("menu", r"^(?:all news|news search|use filter|currency converter|you can filter your feed|by choosing only|\d+ pages? in this article|nation & world news|breaking ?news|world|politics|opinion|sports?|business|privacy policy|terms of (?:use|service)|cookie\b.{0,80})\b.{0,24}$", "block", "All news"),
    _rule("correction", r"^(?:(?:a |this )?(?:correction|clarification|editor[’']s note)\s*(?:[:,(–—-]|was made\b)|this (?:article|story|report|piece) (?:was|has been) (?:amended|corrected|updated|edited)\b|an earlier version of this\b|\(note:[^()]{3,380}\)$)", "block", "Correction, 3 March: an earlier version of this article named another town."),
    _rule("wiki foot", r"^(?:categor(?:y|ies):\s|this (?:page|article) was last (?:edited|modified|updated)\b|retrieved from\s+[\"“]?(?:https?:|www\.)|hidden categor|jump to:\s)", "block", "Categories: Treaties of 1961"),
    _rule("conclusion", r"^(?:in conclusion|in summary|to (?:conclude|sum up)|overall|in a separate note)\s*,", "block", "In conclusion, ..."),
    _rule("words to machines", r"^\W*(?:<!--|\[\[|\{\{|<\|)|\b(?:ignore|disregard|forget) (?:all |any |the |your )?(?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?|rules|text)\b|\b(?:note|message|instructions?|attention)\W{0,3}(?:to|for) (?:all |any |the )?(?:automated|ai|language models?|machines?|robots?|bots?|crawlers?|parsers?|assistants?|chatbots?|llms?)\b|^(?:system|assistant|user)\s?:|\bsystem prompt\b|\byou are (?:now )?(?:an? (?:ai|assistant|language model)|in (?:maintenance|developer|debug) mode)\b", "block", "Ignore all previous instructions.", clues=("<!--", "[[", "{{", "<|", "ignore", "disregard", "forget", "note", "message", "instruction", "attention", "system", "assistant", "user", "you are")),
    _rule("machine note", r"^(?:once|monthly|annual|annually|remind me later\.?|pa?yment methods|paiment methods|.{0,12}loading\.*)$", "block", "Remind me later."),
)  # fmt: skip

# Rules that hold for paragraphs of any length.
OF_ANY_LENGTH = tuple(rule for rule in RULES if rule.name in ("conclusion", "words to machines"))
LONGEST_LINE = 400

# Appeals and menus open a page as well as close it. A "rest" rule takes everything behind it only
# after this many paragraphs of story.
STORY_BEGUN = 2
MIN_STORY_WORDS = 9
# A paragraph that a page has run together with what stands under it: so many words, so many ends of sentences in it.
LONG_STORY_WORDS = 30
SENTENCES_OF_A_STORY = 2
# So many blocks behind "See also:" tell whether the story goes on; so many of these may be headlines.
BLOCKS_BEHIND = 5
HEADLINES_OF_AN_ASIDE = 3

_WORDY = re.compile(r"\w+")
# With the marks of notes, and the mark that an agency sets at the end of a text: "-0-", "(END)", "###".
_STORY_END = re.compile(
    r"[.!?…][”\"’')\]]*(?:\[\d{1,3}\]){0,4}(?:\s(?:-0-|-30-|\((?:END|SIGNED|Yonhap|KCNA|TASS|ANI)\)|//[^/]{2,24}//|###|■))?$"
    r"|[.!?]\sОб этом (?:сообща|пиш|расска|говор|заяв)\w+ [^.!?]{2,60}$"
)
_SENTENCE_END = re.compile(r"[a-zа-яё\d%)”\"’»][.!?][”\"’')]*\s+(?=[A-ZА-ЯЁ“\"‘(«])")
# An item of a list, and the paragraph before it: "They agreed on three things. The first steps are:".
_BULLET = re.compile(r"[•·▪●‣*–—-]\s")
_LEADS_TO_LIST = re.compile(r"[a-z”\")][.!?]\s[^.!?]{1,200}:$")


def mark_boilerplate(text: str, blocks: list[Block]) -> tuple[list[Marked], list[Block]]:
    """(what is not the story, the blocks that remain), both in text order."""
    marked: list[Marked] = []
    kept: list[Block] = []
    headlines: set[int] = set()  # where those of asides start
    story = 0
    for index, block in enumerate(blocks):
        words = text[block.start : block.end]
        rule = matching_rule(words)
        if rule is None and block.start not in headlines:
            kept.append(block)
            story += looks_like_story(words)
            continue
        if rule is not None and rule.scope == "rest" and story >= STORY_BEGUN:
            aside = _headlines_of_aside(rule, text, blocks[index + 1 : index + 1 + BLOCKS_BEHIND])
            if aside is None:
                marked.extend(Marked(b.start, b.end, rule.name) for b in blocks[index:])
                break
            headlines.update(b.start for b in aside)
        marked.append(Marked(block.start, block.end, rule.name if rule else "related links"))
    return marked, kept


def _headlines_of_aside(rule: BoilerplateRule, text: str, behind: list[Block]) -> list[Block] | None:
    """The headlines, if any, between "See also:" and the next paragraph; None when the story does not go on there.

    Teasers of other stories take turns with their headlines; a story that goes on is all paragraphs.
    """
    if not rule.prose:
        return None
    prose = [looks_like_story(text[b.start : b.end]) for b in behind]
    first = prose.index(True) if True in prose else len(prose)
    following = prose[first : first + 2]
    goes_on = len(following) >= rule.prose and all(following)
    return behind[:first] if goes_on and rule.headed <= first <= HEADLINES_OF_AN_ASIDE else None


def matching_rule(words: str) -> BoilerplateRule | None:
    """The first rule that the block breaks; long paragraphs are never taken for a line of a menu."""
    line = " ".join(words.split())
    rules = RULES if len(line) <= LONGEST_LINE else OF_ANY_LENGTH
    lowered = line.lower()
    return next((rule for rule in rules if rule.fits(line, lowered)), None)


def looks_like_story(words: str) -> bool:
    """Whether a block reads as prose: enough words, and it ends as a sentence does, has several that do, or begins with a dateline."""
    count = len(_WORDY.findall(words))
    if count >= MIN_STORY_WORDS and _STORY_END.search(words):
        return True
    dateline = dateline_at(words, 0, len(words))
    if count >= MIN_STORY_WORDS and dateline is not None and dateline.agency:
        return True
    return count >= LONG_STORY_WORDS and len(_SENTENCE_END.findall(words)) >= SENTENCES_OF_A_STORY


def looks_like_list(words: str) -> bool:
    """Whether a block is an item of a list, or leads to one ("... He left. Here is how it began:"): neither ends as prose does."""
    return len(_WORDY.findall(words)) >= MIN_STORY_WORDS and bool(_BULLET.match(words) or _LEADS_TO_LIST.search(words))
