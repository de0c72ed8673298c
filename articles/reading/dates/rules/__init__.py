"""The rules: a pattern over word classes (words.py), what it means, and an example of each.

Each rule is one entry of RULES. `pattern` is a regular expression over the classes of consecutive
tokens; `read` gets the matched tokens by group name and the context and returns a Reading, or None
when the words do not name a time after all. The longest match at a place wins, then the earlier rule.
"""

from ..words import UNITS
from .absolute import (
    read_century,
    read_day_of_month,
    read_decade,
    read_era,
    read_first_months,
    read_half,
    read_iso,
    read_month,
    read_month_year,
    read_nth_weekday,
    read_numeric,
    read_ordinal_day,
    read_ordinal_days,
    read_part_of_date,
    read_quarter,
    read_season,
    read_season_of_year,
    read_told_season,
    read_year,
    read_year_in_words,
)
from .amounts import (
    read_duration,
    read_half_unit,
    read_plural_unit,
    read_ref_word,
    read_set,
)
from .clocks import read_clock, read_date_and_clock, read_hour_in_words
from .context import (
    read_day_beside,
    read_day_of_that_month,
    read_edge_day_of_month,
    read_edge_of_unit,
    read_from_ref,
    read_hours_later,
    read_month_beside_ref,
    read_month_of_that_year,
    read_offset_from_event,
    read_part_beside,
    read_part_of_story,
    read_same_of_last_year,
    read_that_month,
    read_the_past,
    read_unit_before_that,
    read_units_on,
    read_weekday_before,
    read_year_earlier,
    read_year_end,
)
from .core import Match, Reading, Rule, duration, unresolved
from .published import (
    read_ago,
    read_named_month,
    read_part_of_day,
    read_the_day,
    read_the_weekend,
    read_today,
    read_unit,
    read_unit_then_month,
    read_weekday,
)
from .ranges import (
    read_between_days,
    read_day_range,
    read_full_range,
    read_month_range,
    read_weekday_range,
    read_year_range,
)

__all__ = ["RULES", "Match", "Reading", "Rule"]

_DMY = r"(?P<day>[DO])(?:oT?)?(?P<month>M)"

_ABOUT = r"(?P<about>~|mm)?"

_TIME = r"(?:(?P<clock>H)|(?P<hour>D)(?=q))(?P<q>q)?(?P<zone>Z)?"

_CLOCK = rf",?j?{_TIME}"

# "22:47 on 18 June" is one; "16:15 UTC, June 1st" is one only where a year closes it.
_CLOCK_FIRST = rf"{_TIME}(?:(?=,?z)|(?=,?V|[^YH]{{2,6}}Y)),?z?T?"

_MOD = r"(?:T?(?P<mod>[eik])(?:-|x|o)?T?)?"

RULES: tuple[Rule, ...] = (
    Rule(
        "part-of-date",
        r"T?(?P<part>P)oT?(?P<day>[DO])o?(?P<month>M)(?:,?(?P<year>Y))?",
        "the night of 10 August 1792",
        read_part_of_date,
    ),
    Rule(
        "part-of-date-month-first",
        r"T?(?P<part>P)o(?P<month>M)(?P<day>[DO])(?:,?(?P<year>Y))?",
        "the morning of April 19",
        read_part_of_date,
    ),
    Rule("iso-and-clock", rf"(?P<iso>I){_CLOCK}", "2025-07-28, 16:40", read_date_and_clock),
    Rule("numeric-and-clock", rf"(?P<numeric>V){_CLOCK}", "29/10/2024 07:15", read_date_and_clock),
    Rule("clock-and-numeric", rf"{_CLOCK_FIRST}(?P<numeric>V)", "19:24 24.08.2011", read_date_and_clock),
    Rule(
        "day-month-and-clock",
        rf"(?:W,?)?{_DMY}(?:,?(?P<year>Y))?{_CLOCK}",
        "3 September 2025 10:25",
        read_date_and_clock,
    ),
    Rule(
        "clock-and-day-month",
        rf"{_CLOCK_FIRST}(?:W,?)?{_DMY}(?:,?(?P<year>Y))?",
        "10:25, 3 September 2025",
        read_date_and_clock,
    ),
    Rule(
        "month-day-and-clock",
        rf"(?:W,?)?(?P<month>M)\.?(?P<day>[DO])(?:,?(?P<year>Y),?j?|,?j){_TIME}",
        "June 20, 2024 3:12 AM",
        read_date_and_clock,
    ),
    Rule(
        "clock-and-month-day",
        rf"{_CLOCK_FIRST}(?:W,?)?(?P<month>M)\.?(?P<day>[DO])(?:,?(?P<year>Y))?",
        "17:48 June 21, 2024",
        read_date_and_clock,
    ),
    Rule("the-weekend", r"T(?P<unit>U)", "the weekend", read_the_weekend),
    Rule("the-day", r"T(?P<unit>U)", "the day", read_the_day),
    Rule("month-beside-ref", r"T?(?P<which>[vf])(?P<month>M)", "the previous April", read_month_beside_ref),
    Rule("iso", r"(?P<iso>I)", "2025-05-09", read_iso),
    Rule("weekday-and-numeric", r"W,?\(?(?P<numeric>V)\)?", "Saturday (21/1/2023)", read_numeric),
    Rule("numeric", r"(?P<numeric>V)", "25/4/2019", read_numeric),
    Rule("dashed", r"(?P<day>D)-(?P<month>M)-(?P<year>Y)", "3-Sep-2025", read_day_of_month),
    Rule(
        "day-month-year",
        rf"(?:(?P<weekday>W),?)?T?{_DMY}(?:,?o?(?P<year>Y)|,?'(?P<yy>D))?",
        "3 September 2025",
        read_day_of_month,
    ),
    Rule(
        "month-day-year",
        r"(?:(?P<weekday>W),?T?)?(?P<month>M)\.?T?(?P<day>[DO])(?:,?(?P<year>Y))?",
        "Sept. 13, 2023",
        read_day_of_month,
    ),
    Rule("month-year", rf"{_MOD}(?:(?P<edge>g)o)?(?P<month>M)\.?,?o?T?(?P<year>Y)", "June 2024", read_month_year),
    Rule("edge-month-year", r"T?(?P<edge>[gi])o(?P<month>M),?o?(?P<year>Y)", "the end of March 1941", read_month_year),
    Rule("month", rf"{_MOD}(?P<month>M)", "early June", read_month),
    Rule("edge-month", r"T?(?P<edge>[gi])oT?(?P<month>M)", "the end of May", read_month),
    Rule("year", rf"{_ABOUT}(?P<year>Y)", "2019", read_year),
    Rule(
        "year-in-words",
        r"(?P<century>C)(?P<tens>C)[-&]?(?P<ones>C)(?:-(?P<more>C))?",
        "nineteen eighty-six",
        read_year_in_words,
    ),
    Rule("round-year-in-words", r"(?P<century>C)(?P<tens>C)", "nineteen eighty", read_year_in_words),
    Rule("part-of-year", r"T?(?P<mod>[eik])[-xo]?T?(?P<year>Y)", "early 2009", read_year),
    Rule("edge-year", r"T?(?P<edge>[gi])oT?(?P<year>Y)", "the end of 1939", read_year),
    Rule("era", r"~?(?:(?P<month>M)(?P<day>[DO])?,?)?(?P<number>[NYD])(?P<era>X)", "323 BC", read_era),
    Rule("season", rf"{_MOD}(?P<the>T)?(?P<season>S)(?:oT?)?(?P<year>Y)?", "the spring of 1942", read_season),
    Rule(
        "season-of-unit",
        rf"{_MOD}T?(?P<season>S)oT?(?P<which>[lhnvcft])(?P<unit>U)",
        "the autumn of last year",
        read_season_of_year,
    ),
    Rule(
        "half",
        r"T?(?P<nth>O)(?P<half>C)oT?(?:(?P<year>Y)|(?P<which>[lhn])?(?P<unit>U))",
        "the first half of 2025",
        read_half,
    ),
    Rule(
        "first-months",
        r"T?(?P<nth>O)(?P<number>[CND])(?P<unit>U)oT?(?:(?P<year>Y)|(?P<which>[lhn])(?P<ofunit>U))",
        "the first two months of 2017",
        read_first_months,
    ),
    Rule(
        "nth-weekday",
        r"T?(?P<nth>[lO])(?P<weekday>W)[ox]T?(?P<month>M)(?:,?(?P<year>Y))?",
        "the last Monday of April",
        read_nth_weekday,
    ),
    Rule("told-season", r"T?(?P<which>[tc])(?P<season>S)", "that summer", read_told_season),
    Rule("which-season", r"T?(?P<which>[lpnhfv])(?P<season>S)", "last summer", read_season),
    Rule(
        "quarter",
        r"T?(?P<nth>O)-?(?P<unit>U)(?:(?:oT?)?(?:(?P<year>Y)|(?P<which>[lhnv])U))?",
        "the third quarter of 2009",
        lambda m, c: read_quarter(m, c) if UNITS[m.word("unit")] == "Q" else read_century(m, c),
    ),
    Rule("century", r"T?(?P<mod>[eik])?-?T?(?P<nth>O)-?(?P<unit>U)", "the late 19th century", read_century),
    Rule("decade", r"(?:T?(?P<mod>[eik])-?)?T?(?P<decade>\$)", "the 1990s", read_decade),
    Rule("days-of-month", r"T(?P<day>O)[-u&]T?(?P<last>O)", "the 9th to 11th", read_ordinal_days),
    Rule("day-of-month", r"T(?P<day>O)", "the 9th", read_ordinal_day),
    Rule(
        "day-range",
        r"(?P<month>M)\.?(?P<day>[DO])(?P<sep>[-&/])(?P<last>[DO])(?:,?(?P<year>Y))?",
        "June 18-19",
        read_day_range,
    ),
    Rule(
        "day-range-before-month",
        r"T?(?P<day>[DO])(?P<sep>[-&u])T?(?P<last>[DO])(?:oT?)?(?P<month>M)(?:,?(?P<year>Y))?",
        "8 to 13 October 2024",
        read_day_range,
    ),
    Rule(
        "day-range-bracket",
        r"T?(?P<day>[DO])(?P<sep>[-&u])T?(?P<last>[DO])\(o?(?P<month>M)(?:,?(?P<year>Y))?\)",
        "the 8th to the 13th (of October)",
        read_day_range,
    ),
    Rule(
        "month-range",
        r"(?P<month>M)(?P<first_year>Y)?(?P<sep>[-u])(?P<last>M)(?:,?(?P<year>Y))?",
        "January to March 2024",
        read_month_range,
    ),
    Rule(
        "month-or-month",
        r"(?P<month>M)(?P<sep>%)(?P<last>M)(?:,?(?P<year>Y))?",
        "July or August",
        read_month_range,
    ),
    Rule(
        "between-months",
        r"B(?P<month>M)(?P<first_year>Y)?(?P<sep>&)(?P<last>M)(?:,?(?P<year>Y))?",
        "between August and October 2023",
        read_month_range,
    ),
    Rule(
        "full-range",
        r"(?P<m1>M)\.?(?P<d1>[DO])(?:,?(?P<y1>Y))?(?P<sep>[-u])(?P<m2>M)\.?(?P<d2>[DO]),?(?P<y2>Y)",
        "March 3, 2011 – Jan. 8, 2014",
        read_full_range,
    ),
    Rule(
        "full-range-day-first",
        r"(?P<d1>[DO])(?P<m1>M)(?:,?(?P<y1>Y))?(?P<sep>[-u])(?P<d2>[DO])(?P<m2>M),?(?P<y2>Y)",
        "3 March 2011 – 8 January 2014",
        read_full_range,
    ),
    Rule(
        "between-days",
        r"[BF](?:(?P<d1>[DO])o?(?P<m1>M)|(?P<m1b>M)\.?(?P<d1b>[DO]))(?:,?(?P<y1>Y),?)?(?P<sep>[-&u])(?:(?P<d2>[DO])o?(?P<m2>M)|(?P<m2b>M)\.?(?P<d2b>[DO]))(?:,?(?P<y2>Y))?",
        "between 7 September and 1 October",
        read_between_days,
    ),
    Rule(
        "year-range",
        r"(?:B(?P<y1>Y)(?P<sep>&)|(?P<y1b>Y)(?P<sepb>[-u]))T?(?P<mod>[eik])?-?(?P<y2>[YDN])",
        "2014-2015",
        read_year_range,
    ),
    Rule("today", r"E?(?P<today>G)(?P<part>P)?", "yesterday morning", read_today),
    Rule(
        "weekday", r"(?:T?(?P<which>[lnphf]|hp))?[eik]?(?P<weekday>W)(?:,?(?P<part>P))?", "Tuesday night", read_weekday
    ),
    Rule(
        "weekday-range",
        r"[FB]?(?P<weekday>W)(?P<sep>[-u&])(?P<last>W)",
        "from Monday to Wednesday",
        read_weekday_range,
    ),
    Rule("weekday-of-week", r"(?P<weekday>W)o?(?P<weekwhich>[lnh])(?P<week>U)", "Tuesday last week", read_weekday),
    Rule("previous-weekday", r"T?(?P<which>v)(?P<weekday>W)", "the previous Friday", read_weekday_before),
    Rule("part-beside", r"T(?P<part>P)(?P<which>[bd])", "the evening before", read_part_beside),
    Rule("following-part", r"k?T(?P<which>[fvn]|c)(?P<part>P)", "the next morning", read_part_beside),
    Rule(
        "hour-in-words",
        r"(?P<part>P)(?:,?z?(?:(?P<weekday>W)|(?P<today>G)))?",
        "noon on Friday",
        read_hour_in_words,
    ),
    Rule("part-of-day", r"(?P<which>[lht])(?P<part>P)", "this morning", read_part_of_day),
    Rule("part-of-story", r"T(?P<part>P)", "In the evening, ...", read_part_of_story),
    Rule(
        "unit",
        r"(?:E|K|(?:T?(?P<edge>[gi])o)|(?P<mod>[eik])x?)?T?(?P<which>[lhnr]|hp)(?P<unit>U)",
        "earlier this month",
        read_unit,
    ),
    Rule(
        "unit-month",
        r"(?P<which>[lhn])(?P<unit>U)(?:x|z)?(?P<month>M)(?P<day>D)?",
        "last year in June",
        read_unit_then_month,
    ),
    Rule(
        "month-unit",
        r"(?:(?P<mod>[eik])-?|T?(?P<edge>[gi])o)?(?:(?P<day>[DO])o?)?(?P<month>M)(?P<day2>[DO])?,?o?(?P<which>[lhn])(?P<unit>U)",
        "June last year",
        read_unit_then_month,
    ),
    Rule("named-month", r"(?P<which>hp|[hlpn])(?P<month>M)(?P<day>[DO])?", "last November", read_named_month),
    Rule("ago", rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<ago>a)", "two weeks ago", read_ago),
    Rule(
        "later",
        rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<which>[KE])",
        "two days later",
        read_from_ref,
    ),
    Rule("units-on", r"(?P<number>[ACND])(?P<unit>U)(?P<which>z)", "two months on", read_units_on),
    Rule("hours-later", r"(?P<unit>U)(?P<which>[KE])", "hours later", read_hours_later),
    Rule("following-unit", r"T(?P<which>[fvn]|c)(?P<unit>U)", "the previous day", read_from_ref),
    Rule("that-unit", r"[EKk]?x?T?(?P<which>tc|ht?c|[tc])(?P<unit>U)", "that same day", read_from_ref),
    Rule(
        "edge-unit", r"(?:T?(?P<edge>[gi])o|(?P<mod>[eikKE])x)T(?P<unit>U)", "the end of the month", read_edge_of_unit
    ),
    Rule(
        "month-of-that-year",
        r"(?:T?(?P<day>[DO])o?)?(?P<month>M)(?P<day2>[DO])?,?o?(?P<which>tc?|T[cfnv])(?P<unit>U)",
        "August of that year",
        read_month_of_that_year,
    ),
    Rule("that-month", r"(?P<which>tc?)(?P<month>M)", "that February", read_that_month),
    Rule(
        "day-of-that-month",
        r"T(?P<day>[DO])o(?P<which>[hln]|tc?|Tc)(?P<unit>U)",
        "the 17th of that month",
        read_day_of_that_month,
    ),
    Rule(
        "edge-day-of-month",
        r"T?(?:(?P<last>l)|(?P<first>O))(?P<day_unit>U)o(?:(?P<which>[hln]|tc?|Tc|T)(?P<unit>U)|(?P<month>M)(?:,?o?(?P<year>Y))?)",
        "the last day of that month",
        read_edge_day_of_month,
    ),
    Rule(
        "same-unit-of-last-year",
        r"x?T?c(?P<unit>[UL])(?:o?T?(?P<which>[lv])(?P<year_unit>U)|T(?P<back>U)(?P<side>[bvE])|A(?P<back2>U)[abE])",
        "the same month last year",
        read_same_of_last_year,
    ),
    Rule(
        "year-earlier",
        r"(?:T(?=U-[Ea][UL]))?(?P<back>U)-[Ea](?P<unit>[UL])?",
        "the year-earlier quarter",
        read_year_earlier,
    ),
    Rule("year-end", r"(?P<unit>U)-?(?P<edge>g)(?P<year>Y)?", "year-end", read_year_end),
    Rule("the-past", r"T(?P<which>p)", "in the past", read_the_past),
    Rule("unit-beside", r"T(?P<unit>U)(?P<side>[bdv])", "the day before", read_day_beside),
    Rule(
        "offset",
        rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<which>[bd])",
        "a week after",
        read_offset_from_event,
    ),
    Rule("hours-beside", r"(?P<unit>U)(?P<which>[bd])", "hours before", read_offset_from_event),
    Rule(
        "offset-from-that",
        rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<which>[bd])t",
        "two months after that",
        read_from_ref,
    ),
    Rule("unit-before-that", r"T(?P<unit>U)(?P<side>[bd])t", "the year before that", read_unit_before_that),
    Rule("half-unit", r"~?(?P<half>C)A(?P<unit>U)", "half a year", read_half_unit),
    Rule(
        "duration",
        r"(?P<about>~|mm|jm)?(?P<number>[ACND])(?:-?(?P<tens>C))?(?:&A(?P<half>C))?[-@]?(?P<unit>U)",
        "nearly three hours",
        read_duration,
    ),
    Rule("past-duration", r"T(?P<back>[lpnf])(?P<number>[CND])@?(?P<unit>U)", "the past three years", read_duration),
    Rule(
        "whole-duration",
        r"T(?:[pw])(?P<unit>U)",
        "the past decade",
        lambda m, c: unresolved("DURATION", duration(1, UNITS[m.word("unit")]), "a length of time", keeps_ref=True),
    ),
    Rule("plural-unit", r"(?P<unit>U)", "years", read_plural_unit),
    Rule("set", r"(?P<every>J)", "annually", read_set),
    Rule(
        "every",
        r"Q(?:(?P<number>[CND])?(?P<unit>U)|(?P<weekday>W)?(?P<part>P)|(?P<weekday2>W)|(?P<season>S)|(?P<month>M))",
        "every Friday",
        read_set,
    ),
    Rule("recent-units", r"(?P<ref>R)(?P<unit>U)", "recent years", read_ref_word),
    Rule("reference", r"(?P<ref>R)", "recent", read_ref_word),
    Rule("current", r"(?P<ref>r)", "current", read_ref_word),
    Rule(
        "clock", r"(?P<clock>H)(?P<q>q)?(?P<zone>Z)?(?:,?z?(?:(?P<weekday>W)|(?P<today>G)))?", "16:08 UTC", read_clock
    ),
    Rule("hour", r"(?P<hour>D)(?P<q>q)(?P<zone>Z)?(?:,?z?(?:(?P<weekday>W)|(?P<today>G)))?", "7 p.m.", read_clock),
)
