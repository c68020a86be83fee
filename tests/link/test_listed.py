import pytest

from cairn.exceptions import BadInput
from cairn.link.listed import age_in_years, listed_person


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("34", 34.0),
        ("0.5", 0.5),
        ("9 months", 0.75),
        ("14 days", 14 / 365),
        ("", None),
        ("adult", None),
        ("سنتان", None),
        ("3 أشهر", 0.25),
        ("999", None),  # how many lists write an age that nobody knows
        ("9" * 400, None),
    ],
)
def test_ages_are_read_as_lists_write_them(said, years):
    assert age_in_years(said) == years


def test_columns_may_be_missing_and_a_name_goes_to_its_script():
    assert listed_person({"id": "7", "name": "سمير الباز", "gender": "M"}).name_ar == "سمير الباز"
    assert listed_person({"id": "7", "name": "Samir Baz", "gender": "F"}).sex == "female"
    assert listed_person({"id": "7"}).age is None


def test_a_row_without_an_id_is_refused():
    with pytest.raises(BadInput, match="no id"):
        listed_person({"id": " ", "name": "Samir Baz"})


def test_a_day_and_a_place_of_death_are_kept_as_they_can_be_compared():
    one = listed_person({"id": "1", "date": "2031-05-04", "place": "Tell Zabad"})
    other = listed_person({"id": "2", "date": "2031-05-04T00:00", "place": "تل زباد"})
    assert (one.day, one.place) == (other.day, other.place)
    assert listed_person({"id": "3", "date": "spring 2031"}).day is None
