"""What every test may lean on."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real texts beside the project; a test that needs it says so where it is not there."""
    if not (SHARED / "data").is_dir():
        pytest.skip("../shared/data is not beside the project: the real texts are not measured here")
    return SHARED / "data"
