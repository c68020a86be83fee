import pytest

from cairn.estimate.overlap_csv import read_table
from cairn.estimate.stepwise import stepwise_path


@pytest.mark.parametrize(
    ("case", "name", "n"),
    [
        ("KOS", "[12,13,14,23,34]", 14341.66380043),
        ("UK5", "[12,13,24,25,35,45]", 11312.99028944),
        ("UK6", "[12,13,24,25,35,36,45]", 11417.9910915),
        ("NO5", "[1,2,3,4,5]", 981.43136699),
        ("NO8", "[45,1,2,3,6,7,8]", 1110.48808107),
        ("NED5", "[12,13,15,24,34,35]", 121521.61371228),
    ],
)
def test_the_stepwise_model_is_the_published_one(case, name, n, case_table):
    last = stepwise_path(case_table(case))[-1]
    assert last.name == name
    assert last.n == pytest.approx(n, rel=1e-5)


def test_WES_the_stepwise_model_is_the_published_one(shared_data):
    path = shared_data / "estimation" / "overlaps" / "sparsemse_Western.csv"
    last = stepwise_path(read_table(path.read_text("utf-8")))[-1]
    assert (last.name, last.n) == ("[15,2,3,4]", pytest.approx(2483.38392023, rel=1e-5))


def test_HIV_only_the_first_two_lists_depend_on_each_other(four_lists):
    """As the manual that prints the table says of it."""
    assert stepwise_path(four_lists)[-1].name == "[12,3,4]"
