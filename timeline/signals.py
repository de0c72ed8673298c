"""Renews the revision when a row that readers see is saved or deleted, `QuerySet.delete()` included.

`bulk_create`, `bulk_update` and `update()` send no signals: who uses them renews it himself.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save

from articles.models import Article, Source

from .models import Actor, Citation, Event, Kind, Place, Revision


def renew_revision(**_: Any) -> None:
    Revision.renew()


def connect() -> None:
    for model in (Event, Citation, Kind, Actor, Place, Article, Source):
        for signal in (post_save, post_delete):
            signal.connect(renew_revision, sender=model, dispatch_uid=f"revision-{model.__name__}")
    m2m_changed.connect(renew_revision, sender=Event.actors.through, dispatch_uid="revision-actors")
