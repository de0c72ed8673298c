"""The import's report, for people and for programs."""

from typing import Any

from articles.edtf import day_in_words
from timeline.services.importing import Outcome, Report

_FATES = {"imported": "imported", "copy": "copy", "unchanged": "unchanged", "refused": "REFUSED"}


def report_as_text(report: Report) -> str:
    """One line for each file, then the totals."""
    lines = [_line(outcome) for outcome in report.outcomes]
    totals = ", ".join(
        f"{report.count(fate)} {words}"
        for fate, words in (
            ("imported", "imported"),
            ("copy", "imported as copies"),
            ("unchanged", "unchanged"),
            ("refused", "refused"),
        )
    )
    lines += ["", f"{totals}. The timeline now holds {report.events} events."]
    if report.dry_run:
        lines.append("This was a dry run: nothing was written.")
    return "\n".join(lines)


def _line(outcome: Outcome) -> str:
    if outcome.article is None:
        return f"{_FATES[outcome.fate]:<10} {outcome.name}: {outcome.reason}"
    article = outcome.article
    when = (
        f"{day_in_words(article.published)} ({article.get_published_basis_display()})"
        if article.published
        else "no date"
    )
    parts = [
        f"“{article.display_title}”",
        article.publisher,
        when,
        f"{outcome.events} event{'' if outcome.events == 1 else 's'}",
    ]
    if outcome.fate == "copy" and article.derived_from:
        parts.append(f"copy of “{article.derived_from.display_title}” ({article.derived_from.publisher})")
    if outcome.reason:
        parts.append(outcome.reason)
    return f"{_FATES[outcome.fate]:<10} {outcome.name}: {' · '.join(parts)}"


def report_as_json(report: Report) -> dict[str, Any]:
    return {
        "dry_run": report.dry_run,
        "events": report.events,
        "counts": {fate: report.count(fate) for fate in ("imported", "copy", "unchanged", "refused")},
        "files": [_record(outcome) for outcome in report.outcomes],
    }


def _record(outcome: Outcome) -> dict[str, Any]:
    article = outcome.article
    record: dict[str, Any] = {"name": outcome.name, "fate": outcome.fate, "reason": outcome.reason}
    if article is not None:
        record |= {
            "title": article.display_title,
            "source": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "published_basis": article.published_basis,
            "language": article.language,
            "events": outcome.events,
            "copy_of": article.derived_from.display_title if article.derived_from else None,
        }
    return record
