"""The real texts imported in parts and in other orders."""

import itertools
import json

import pytest
from django.db import connection

from articles.models import Article
from timeline.browsing import current_columns
from timeline.exports import event_records
from timeline.models import Event
from timeline.services.importing import import_paths

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]


def test_without_a_seed_its_events_are_gone(seeds):
    import_paths([path for path in seeds.iterdir() if not path.name.startswith("004")])
    assert not Event.objects.filter(date__in=["2019", "2023-09"]).exists()
    assert Event.objects.filter(date="2025-09-03", kind__slug="meeting").exists()


def test_none_of_the_orders_of_the_seeds_matters(seeds, read_once):
    results = set()
    paths = sorted(seeds.iterdir())
    # All 120 on SQLite; the rows are the same on PostgreSQL, where some of the orders must do.
    orders = itertools.islice(itertools.permutations(paths), 0, 120, 1 if connection.vendor == "sqlite" else 17)
    for order in orders:
        for path in order:
            import_paths([path])
        results.add(json.dumps(list(event_records(current_columns().ids.tolist()))))
        Event.objects.all().delete()
        Article.objects.all().delete()
    assert len(results) == 1
