"""Reads date expressions out of news prose: spans, values and how each was worked out."""

from .expression import DateExpression
from .find import find_dates

__all__ = ["DateExpression", "find_dates"]
