"""cairn.toml says what a ledger watches; what it says wrong is named."""

import pytest

from cairn.exceptions import LedgerError
from cairn.model.setting import ModelSetting
from cairn.records.setting import read, read_model, read_weights, written
from cairn.values import Grade, PartialDate
from cairn.vocabulary.conflict import Conflict, Membership


def test_what_was_written_is_read_again(tmp_path):
    watched = Conflict(
        name="River “North”",
        countries=("SY", "IQ"),
        belligerents=("US-led Coalition",),
        languages=("ara", "eng"),
        start=PartialDate("2014-08"),
    )
    (tmp_path / "cairn.toml").write_text(written(watched), encoding="utf-8")
    assert read(tmp_path) == watched


def test_coalitions_have_members_for_a_time(tmp_path):
    (tmp_path / "cairn.toml").write_text(
        '[[coalitions]]\ncoalition = "North"\nmember = "Hillmen"\nstart = "2014-10"\n', encoding="utf-8"
    )
    assert read(tmp_path).memberships == (Membership("Hillmen", "North", PartialDate("2014-10")),)


def test_the_ledgers_own_places_are_used_once_there_are_any(tmp_path):
    (tmp_path / "cairn.toml").write_text("", encoding="utf-8")
    (tmp_path / "places").mkdir()
    assert read(tmp_path).places == ()
    (tmp_path / "places" / "SY.tsv").write_text("1\tVillage\n", encoding="utf-8")
    assert read(tmp_path).places == (tmp_path / "places",)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("name = ", "is not TOML"),
        ('colour = "red"', "“colour”, which Cairn does not know"),
        ('countries = "SY"', "Write a list"),
        ('countries = ["Syria"]', "not a country code"),
        ("name = 3", "between quotation marks"),
        ('[window]\nstart = "2917-01"', "2917"),
        ('[[coalitions]]\ncoalition = "North"', "member"),
    ],
)
def test_a_mistake_is_one_sentence_with_the_file(tmp_path, said, sentence):
    (tmp_path / "cairn.toml").write_text(said, encoding="utf-8")
    with pytest.raises(LedgerError, match=sentence) as refused:
        read(tmp_path)
    assert "cairn.toml" in str(refused.value)


def test_a_ledger_asks_no_model_until_its_setting_names_one(tmp_path):
    (tmp_path / "cairn.toml").write_text(written(Conflict()), encoding="utf-8")
    assert read_model(tmp_path) is None


def test_a_model_is_named_with_its_address(tmp_path):
    said = '[model]\naddress = "https://models.example/v1"\nname = "small-test"\nseconds = 30\n'
    (tmp_path / "cairn.toml").write_text(said, encoding="utf-8")
    assert read_model(tmp_path) == ModelSetting("https://models.example/v1", "small-test", 30)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("", "needs an address and a name"),
        ('address = "https://models.example/v1"', "needs an address and a name"),
        ('address = "https://models.example/v1"\nname = "m"\nkey = "k"', "knows nothing but"),
        ('address = "models.example"\nname = "m"', "is no web address"),
        ('address = "https://models.example/v1"\nname = "m"\nseconds = "soon"', "“seconds” of the model"),
        ("address = 3\nname = 4", "is no web address"),
    ],
)
def test_a_mistake_about_the_model_is_one_sentence_with_the_file(tmp_path, said, sentence):
    (tmp_path / "cairn.toml").write_text(f"[model]\n{said}\n", encoding="utf-8")
    with pytest.raises(LedgerError, match=sentence) as refused:
        read_model(tmp_path)
    assert "cairn.toml" in str(refused.value)


def test_a_model_that_is_no_section_is_refused(tmp_path):
    (tmp_path / "cairn.toml").write_text('model = "small-test"\n', encoding="utf-8")
    with pytest.raises(LedgerError, match="needs an address and a name"):
        read_model(tmp_path)


def test_weights_are_the_organisations_own_and_none_by_default(tmp_path):
    (tmp_path / "cairn.toml").write_text(written(Conflict()), encoding="utf-8")
    assert read_weights(tmp_path) == {}
    (tmp_path / "cairn.toml").write_text("[weights]\nfair = [0.8, 0.95]\nconfirmed = [1, 1]\n", "utf-8")
    assert read_weights(tmp_path) == {Grade.FAIR: (0.8, 0.95), Grade.CONFIRMED: (1.0, 1.0)}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("weights = 3", "Write \\[weights\\]"),
        ("[weights]\ngood = [0.5, 1]", "no grade"),
        ("[weights]\nfair = 0.8", "two numbers from 0 to 1"),
        ("[weights]\nfair = [0.9, 0.8]", "the lower first"),
        ("[weights]\nfair = [0.5, 1.2]", "from 0 to 1"),
        ("[weights]\nfair = [0.5, true]", "two numbers"),
    ],
)
def test_a_weight_that_is_no_interval_is_refused(tmp_path, said, sentence):
    (tmp_path / "cairn.toml").write_text(said, encoding="utf-8")
    with pytest.raises(LedgerError, match=sentence):
        read_weights(tmp_path)
