"""Shelves: which mentions can be one happening at all.

A mention stands on the shelf of its family of kinds and its year; only mentions of one shelf merge.
So each shelf can be merged by itself, and a new article touches the shelves of its own mentions only.
A mention without a date follows the dated mention of its own article that it speaks of; where there
is none, it stands on the shelf of the year in which its article was published.
"""

from collections.abc import Sequence
from dataclasses import replace

from articles import edtf

from .cluster import Cluster, told_by
from .fitting import Fitting, family_of
from .mention import EventMention
from .sighting import Origin, Sighting
from .vocabulary import Vocabulary


def shelve(mentions: Sequence[EventMention], published: str, vocabulary: Vocabulary) -> list[EventMention]:
    """The mentions of one article with `same_as` and `shelf` set; `published` is an ISO day or ""."""
    hosts = _hosts(mentions, published, vocabulary)
    shelved = []
    for mention, host in zip(mentions, hosts, strict=True):
        dating = mention.dating if host is None else mentions[host].dating
        year = _year(dating.edtf) if dating else published[:4]
        shelved.append(replace(mention, same_as=host, shelf=f"{family_of(mention.kind)}:{year}"))
    return shelved


def _year(date: str) -> str:
    """The year in which the middle of the date lies: winter 2024 stands in 2025."""
    earliest, latest = edtf.bounds(date)
    if earliest and latest:
        return f"{(earliest + (latest - earliest) / 2).year:04}"
    bound = earliest or latest
    return f"{bound.year:04}" if bound else ""


def _hosts(mentions: Sequence[EventMention], published: str, vocabulary: Vocabulary) -> list[int | None]:
    """For each mention the dated mention of the article that it speaks of; None for dated ones."""
    hosts: list[int | None] = [None] * len(mentions)
    if all(mention.dating for mention in mentions):
        return hosts
    fitting, origin = Fitting(vocabulary), Origin("", published)
    told = [told_by(Sighting(mention, origin), vocabulary) for mention in mentions]
    single = []
    for one in told:
        cluster = Cluster()
        cluster.add(one)
        single.append(cluster)
    for number, one in enumerate(told):
        mention = one.mention
        if mention.dating is not None or mention.stance != "supports":
            continue
        fitting_ones = [
            other
            for other, cluster in enumerate(single)
            if mentions[other].dating is not None
            and mentions[other].stance == "supports"
            and family_of(mentions[other].kind) == family_of(mention.kind)
            and fitting.fits_undated(cluster, one)
        ]
        hosts[number] = max(
            fitting_ones, key=lambda n: (fitting.closeness(single[n], one), -abs(n - number), -n), default=None
        )
    return hosts
