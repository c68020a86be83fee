"""How much of a world is recovered from its reports, as the reports grow noisier.

    .venv/bin/python -m benchmarks.link.noise

Every report tells of one of 250 incidents that we made up. `noise` is how likely it is to leave out or get
wrong each of: the day, the town, the number killed, the name of who died, and each telling word.
"""

from __future__ import annotations

import statistics

from cairn.link.cluster import cluster
from tests.link.worlds import b_cubed, made_world

INCIDENTS, WORLDS = 250, 3
NOISES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8)


def recovered(noise: float, seed: int) -> tuple[float, float, float]:
    """B³, the incidents found for each that there was, and the pairs asked about for each report."""
    world = made_world(INCIDENTS, noise, seed)
    found = cluster(world.evidence)
    labels = {id: told[0] if told else id for id, told in found.incidents_of.items()}
    asked = len(found.suggestions) / len(world.evidence)
    return b_cubed(world.truth, labels), len(set(labels.values())) / INCIDENTS, asked


def main() -> None:
    print("noise     B³   incidents found per incident   pairs asked about per report")
    for noise in NOISES:
        worlds = [recovered(noise, seed) for seed in range(1, WORLDS + 1)]
        score, incidents, asked = (statistics.mean(each) for each in zip(*worlds, strict=True))
        print(f"{noise:5.1f}  {score:.3f}   {incidents:28.2f}   {asked:28.2f}", flush=True)


if __name__ == "__main__":
    main()
