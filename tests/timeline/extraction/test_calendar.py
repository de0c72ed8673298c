import random

from timeline.extraction.cluster import END, Cluster
from timeline.extraction.merging import _Calendar


def test_clusters_are_found_by_days_as_by_looking_at_each() -> None:
    chance = random.Random(7)
    calendar, entered = _Calendar(), []
    for _ in range(300):
        first = chance.randrange(1000)
        cluster = Cluster(first=first, last=first + chance.choice((0, 0, 2, 30, 90, 400)))
        calendar.enter(cluster)
        entered.append(cluster)
    for cluster in entered[::9]:  # dates that grew sharper since
        cluster.first = cluster.last = (cluster.first + cluster.last) // 2
    spans = [(first, first + width) for first in range(0, 1400, 13) for width in (0, 2, 40, 41, 365)]
    for first, last in [*spans, (0, END)]:
        expected = [c for c in entered if c.first <= last and first <= c.last]
        assert calendar.between(first, last) == expected
