"""More keys than a database takes in one question."""

from cairn.records.many import among
from cairn.records.models import Source
from tests.records.test_change import name_many
from tests.records.told import ANA


def test_tens_of_thousands_of_keys_are_asked_for_in_parcels(ledger):
    name_many(ANA, 12_000)
    names = [f"Outlet {number}" for number in range(0, 40_000, 3)]
    found = {source.name for source in among(Source.objects.all(), "name", names)}
    assert found == {f"Outlet {number}" for number in range(0, 12_000, 3)}
