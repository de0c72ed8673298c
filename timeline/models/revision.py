"""Which state of the timeline is stored: a token that every change renews."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

# Whether somebody renews the token at the end of what goes on: the single rows need not.
_renewed_at_the_end: ContextVar[bool] = ContextVar("renewed_at_the_end", default=False)
# The token that the page in the making was looked up with.
_known: ContextVar[str | None] = ContextVar("known", default=None)


class Revision(models.Model):
    """One row with a random token. Whoever changes what readers see renews it in the same transaction.

    A token and not a number: after a transaction that was undone, the token of before stands there
    again, and no other state can ever have had it.
    """

    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.token

    @classmethod
    def current(cls) -> str:
        """The token of the stored state, "" when nothing was stored yet."""
        known = _known.get()
        return cls.objects.filter(pk=1).values_list("token", flat=True).first() or "" if known is None else known

    @classmethod
    @contextmanager
    def looked_up_once(cls) -> Iterator[str]:
        """For readers of one page: the token as it is now, and all that asks for it inside gets the same."""
        token = cls.current()
        outer = _known.set(token)
        try:
            yield token
        finally:
            _known.reset(outer)

    @classmethod
    def renew(cls) -> None:
        """Renews the token, unless that is done at the end of what goes on."""
        if not _renewed_at_the_end.get():
            cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4().hex})

    @classmethod
    @contextmanager
    def renewed_once(cls) -> Iterator[None]:
        """For writers of many rows, inside their transaction: one renewal at its end, and other writers wait for no more."""
        outer = _renewed_at_the_end.set(True)
        try:
            yield
        finally:
            _renewed_at_the_end.reset(outer)
        cls.renew()
