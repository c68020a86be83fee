"""What `from cairn import estimate` offers, with the extra and without it."""

import subprocess
import sys

import pytest

import cairn.estimate


def test_every_public_name_is_there():
    for name in cairn.estimate.__all__:
        assert getattr(cairn.estimate, name) is not None
    with pytest.raises(AttributeError, match="guess"):
        _ = cairn.estimate.guess


def test_without_the_extra_one_sentence_says_what_is_missing(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text("pattern,count\n100,60\n110,50\n011,40\n", "utf-8")
    program = (
        "import sys; sys.modules['scipy'] = None; "
        f"sys.argv = ['cairn', 'estimate', {str(path)!r}]; from cairn.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "pip install 'cairn-recorder[estimate]'" in done.stderr
