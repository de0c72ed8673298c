"""How readers ask for events: the form in the address, what fits it, its facets and its overview."""

from .columns import Found
from .form import FACETS, EventFilterForm
from .lines import lines_of
from .overview import draw_overview
from .snapshot import current_columns

__all__ = ["FACETS", "EventFilterForm", "Found", "current_columns", "draw_overview", "lines_of"]
