"""Searching by words: how they are written down and asked for, the databases' indexes, and what a hit shows."""

from .index import ensure_index, matching_ids
from .query import Query, parse_query
from .words import normalise, passage_of_hit

__all__ = ["Query", "ensure_index", "matching_ids", "normalise", "parse_query", "passage_of_hit"]
