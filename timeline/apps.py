from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = "Timeline"

    def ready(self) -> None:
        from . import searching, signals

        signals.connect()
        post_migrate.connect(searching.ensure_index, sender=self, dispatch_uid="search-index")
