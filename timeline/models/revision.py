"""Which state of the timeline is stored: a token that every change renews."""

import uuid

from django.db import models


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
        return cls.objects.filter(pk=1).values_list("token", flat=True).first() or ""

    @classmethod
    def renew(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4().hex})
