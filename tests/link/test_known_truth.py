"""Worlds whose answers we chose are recovered, and less so as the reports grow noisier."""

import pytest

from cairn.link.cluster import cluster
from tests.link.worlds import b_cubed, made_world


def recovered(noise, incidents=250):
    world = made_world(incidents, noise)
    found = cluster(world.evidence).incidents_of
    return b_cubed(world.truth, {id: labels[0] if labels else id for id, labels in found.items()})


@pytest.mark.parametrize(("noise", "floor"), [(0.0, 0.99), (0.1, 0.95)])
def test_a_world_is_recovered_from_its_reports(noise, floor):
    assert recovered(noise) >= floor


def test_more_noise_hides_more():
    clear, noisy, noisier = recovered(0.0), recovered(0.3), recovered(0.6)
    assert clear > noisy > noisier
