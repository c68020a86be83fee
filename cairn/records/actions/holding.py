"""Keep at hand what link needs to place another report: bookkeeping, and no change to a record."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from cairn.link.held import Held
from cairn.link.traits import Traits
from cairn.records.many import among, parcels
from cairn.records.models import HeldEvent, KnownDay, Seen, StandsUnder

ROWS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class ToHold:
    """An event with the origin of its report, the people it counts, and where it is looked for."""

    held: Held
    origin: str
    people: int
    day: int
    numbers: Collection[int]


def hold_only(events: Iterable[ToHold], seen: Mapping[int, int]) -> None:
    """Hold these and nothing else: they are all that is linked."""
    StandsUnder.objects.all().delete()
    HeldEvent.objects.all().delete()
    Seen.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE stands (number bigint, day integer, held bigint)")
        for parcel in parcels(events, ROWS_AT_ONCE):
            cursor.executemany("INSERT INTO stands VALUES (%s, %s, %s)", list(_places(parcel)))
        # In the order of the table, which is then written from its beginning to its end.
        cursor.execute(
            "INSERT INTO records_standsunder SELECT number, day, held FROM stands ORDER BY 1, 2, 3"
        )
        cursor.execute("DROP TABLE stands")
    count(seen)


def hold(events: Sequence[ToHold]) -> None:
    """Hold these too."""
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO records_standsunder VALUES (%s, %s, %s)", list(_places(events)))


def _places(events: Sequence[ToHold]) -> Iterator[tuple[int, int, int]]:
    """Write the events; where each stands."""
    rows = HeldEvent.objects.bulk_create([_row(each) for each in events])
    for row, each in zip(rows, events, strict=True):
        yield from ((number, each.day, row.pk) for number in set(each.numbers))


def _row(each: ToHold) -> HeldEvent:
    held = each.held
    return HeldEvent(
        report_id=held.told[0],
        event=held.told[1],
        label=held.label,
        origin=each.origin,
        day=each.day,
        words=" ".join(held.words),
        traits=_bare(held.traits),
        people=each.people,
    )


def _bare(traits: Traits) -> Traits:
    """Without what other columns say, and what changes with every report."""
    places = dict.fromkeys(traits.places, 0.0)
    return replace(traits, id="", origin="", weights={}, rare=frozenset(), places=places)


def count(seen: Mapping[int, int]) -> None:
    """From now on so many use each of these."""
    with connection.cursor() as cursor:
        asked = (
            "INSERT INTO records_seen (number, many) VALUES (%s, %s)"
            " ON CONFLICT (number) DO UPDATE SET many = excluded.many"
        )
        for parcel in parcels(sorted(seen.items()), ROWS_AT_ONCE):
            cursor.executemany(asked, parcel)


def hold_no_more(reports: Collection[str]) -> None:
    """These reports are looked for no more. What used to lead to them leads nowhere."""
    HeldEvent.objects.filter(report__in=list(reports)).delete()


def regroup(labels: Mapping[tuple[str, str], str], origins: Mapping[str, str]) -> None:
    """Events that are held are in other groups now; and what was two origins is one."""
    rows = list(among(HeldEvent.objects.all(), "report", {report for report, _ in labels}))
    moved = []
    for row in rows:
        label = labels.get((row.report_id, row.event), row.label)
        if label != row.label:
            row.label = label
            moved.append(row)
    HeldEvent.objects.bulk_update(moved, ["label"], batch_size=200)
    for old, new in origins.items():
        HeldEvent.objects.filter(origin=old).update(origin=new)


def know_only(days: Mapping[uuid.UUID, Collection[int]]) -> None:
    """The days on which each known incident may have happened: there are no others."""
    KnownDay.objects.all().delete()
    know_days(days)


def know_days(days: Mapping[uuid.UUID, Collection[int]]) -> None:
    """The days on which each of these incidents may have happened."""
    for parcel in parcels(days, ROWS_AT_ONCE):
        KnownDay.objects.filter(incident__in=parcel).delete()
    KnownDay.objects.bulk_create(
        [KnownDay(incident_id=incident, day=day) for incident, its in days.items() for day in its]
    )
