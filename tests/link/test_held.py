"""What is kept at hand of linked reports says the same in every process."""

import os
import subprocess
import sys

LOOKED_FOR = """
from cairn.link.held import stands_under
from cairn.link.traits import Rarities, Traits

words = tuple(f"word{number}" for number in range(60))
rarities = Rarities.known({word: 2 + at for at, word in enumerate(words)}, {}, 1000)
print(sorted(stands_under(Traits("1", ""), words, rarities).items()))
"""


def looked_for(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", LOOKED_FOR], env=environment, capture_output=True, check=True
    ).stdout


def test_what_a_report_is_looked_for_under_weighs_the_same_in_every_process():
    assert len({looked_for(seed) for seed in "0123"}) == 1
