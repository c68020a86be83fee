"""Fuzz one target with atheris: `python -m tests.fuzz.run report -max_total_time=600`.

What stands behind the target goes to libFuzzer. An input that fails is written to `crash-…` in this folder;
give its path in place of the options to see it fail again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

# The libraries too that read captures: what is not watched is not steered into its corners.
with atheris.instrument_imports(include=["cairn", "trafilatura", "htmldate", "warcio"]):
    import trafilatura  # noqa: F401  imported late where it is used

    from tests.fuzz.seeds import write
    from tests.fuzz.targets import TARGETS

LARGEST = 8192  # bytes of an input; length itself is tried by tests/extract/test_linear.py
SLOWEST = 60  # seconds before libFuzzer gives up an input


def main() -> None:
    target, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        corpus = write(target, Path(folder))
        for seed in sorted(corpus.iterdir())[::20]:
            TARGETS[target](seed.read_bytes())  # what is learnt once is learnt before anything is timed
        given = [each for each in options if not each.startswith("-")]
        own = ["-len_control=0", f"-dict={folder}/dictionary", f"-max_len={LARGEST}", f"-timeout={SLOWEST}"]
        atheris.Setup([sys.argv[0], *own, *options, *([] if given else [str(corpus)])], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
