"""The full-text index of each database over `Event.search_words`: FTS5 for SQLite, a GIN index for PostgreSQL.

Both hold the words as `normalise` writes them and split at spaces only, so that both find the same. The index
is made after every migrate, where it is missing: neither is a thing that Django's migrations know.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from .query import Query, Term

_TABLE = "timeline_event"
_FTS = "timeline_event_words"
_VECTOR = "to_tsvector('simple', search_words)"

_SQLITE = {
    _FTS: f"CREATE VIRTUAL TABLE {_FTS} USING fts5(search_words, content='{_TABLE}', content_rowid='id')",
    f"{_FTS}_insert": f"""CREATE TRIGGER {_FTS}_insert AFTER INSERT ON {_TABLE} BEGIN
        INSERT INTO {_FTS}(rowid, search_words) VALUES (new.id, new.search_words); END""",
    f"{_FTS}_delete": f"""CREATE TRIGGER {_FTS}_delete AFTER DELETE ON {_TABLE} BEGIN
        INSERT INTO {_FTS}({_FTS}, rowid, search_words) VALUES ('delete', old.id, old.search_words); END""",
    f"{_FTS}_update": f"""CREATE TRIGGER {_FTS}_update AFTER UPDATE OF id, search_words ON {_TABLE} BEGIN
        INSERT INTO {_FTS}({_FTS}, rowid, search_words) VALUES ('delete', old.id, old.search_words);
        INSERT INTO {_FTS}(rowid, search_words) VALUES (new.id, new.search_words); END""",
}


def ensure_index(**_: Any) -> None:
    """Makes the index where it is missing, and fills it. A table that a migration made anew has lost its triggers."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if _TABLE not in tables:
            return
        if connection.vendor == "postgresql":
            # Asked first: to make an index, even one that is there, the table must be free of pending checks.
            cursor.execute("SELECT to_regclass(%s)", [_FTS])
            if cursor.fetchone()[0] is None:
                cursor.execute(f"CREATE INDEX {_FTS} ON {_TABLE} USING gin ({_VECTOR})")
        elif connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master")
            known = {row[0] for row in cursor.fetchall()}
            missing = [statement for name, statement in _SQLITE.items() if name not in known]
            for statement in missing:
                cursor.execute(statement)
            if missing:
                cursor.execute(f"INSERT INTO {_FTS}({_FTS}) VALUES ('rebuild')")


def matching_ids(query: Query, *, best_first: bool = False) -> list[int] | None:
    """Keys of the events that hold all terms and none of the unwanted; None when the query says nothing.

    `best_first` orders them by how well they fit, as the database weighs it: by how often the words stand in
    an event, against how long it is and, in SQLite, how rare they are.
    """
    if not query.wanted and not query.unwanted:
        return None
    ids = _holding(_all_of(query.wanted), best_first) if query.wanted else _every_id()
    for term in query.unwanted:
        gone = set(_holding(_all_of([term]), best_first=False))
        ids = [pk for pk in ids if pk not in gone]
    return ids


def _holding(expression: str, best_first: bool) -> list[int]:
    if connection.vendor == "postgresql":
        order = f"ts_rank({_VECTOR}, to_tsquery('simple', %s), 1) DESC, id" if best_first else "id"
        statement = f"SELECT id FROM {_TABLE} WHERE {_VECTOR} @@ to_tsquery('simple', %s) ORDER BY {order}"
    else:
        order = "bm25(timeline_event_words), rowid" if best_first else "rowid"
        statement = f"SELECT rowid FROM {_FTS} WHERE {_FTS} MATCH %s ORDER BY {order}"
    with connection.cursor() as cursor:
        cursor.execute(statement, [expression] * statement.count("%s"))
        return [row[0] for row in cursor.fetchall()]


def _every_id() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {_TABLE}")
        return [row[0] for row in cursor.fetchall()]


def _all_of(terms: Sequence[Term]) -> str:
    """The terms in the database's own language. Stems are letters and digits, so nothing in them can be a sign."""
    if connection.vendor == "postgresql":
        return " & ".join(f"({' <-> '.join(stems)}{':*' if prefix else ''})" for stems, prefix in terms)
    return " AND ".join(f'"{" ".join(stems)}"{"*" if prefix else ""}' for stems, prefix in terms)
