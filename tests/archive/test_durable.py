"""A file that was appended to ends with what was appended, or where it ended before."""

from __future__ import annotations

import subprocess
import sys

from cairn.archive.durable import append, cut

TOO_LARGE = """
import resource, signal, sys
from pathlib import Path
from cairn.archive.durable import append
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    append(Path(sys.argv[1]), 5, [b"x" * 4_000, b"y" * 40_000])
except OSError:
    print("refused")
"""


def test_pieces_are_added_one_behind_the_other(tmp_path):
    append(tmp_path / "a", 0, [b"one", b"two"])
    append(tmp_path / "a", 6, [b"three"])
    assert (tmp_path / "a").read_bytes() == b"onetwothree"


def test_where_there_is_no_room_the_file_is_as_it_was(tmp_path):
    (tmp_path / "a").write_bytes(b"whole")
    done = subprocess.run(
        [sys.executable, "-c", TOO_LARGE, str(tmp_path / "a")], capture_output=True, text=True
    )
    assert done.stdout == "refused\n", done.stderr
    assert (tmp_path / "a").read_bytes() == b"whole"


def test_a_file_is_cut_where_it_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"whole torn")
    cut(tmp_path / "a", 5)
    assert (tmp_path / "a").read_bytes() == b"whole"
