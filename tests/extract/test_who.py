"""By whom and on whose word: who did it, who was the target, who speaks."""

import pytest

from cairn.extract.attribution import find_speakers, speaker_of
from cairn.extract.belligerents import accused, find_belligerents
from cairn.extract.words import words
from cairn.values import Role

DID = [
    (
        "Israeli warplanes hit a house and killed two.",
        [("Israeli Military", "did")],
        "an adjective and a force",
    ),
    ("The Israeli singer sang.", [], "an adjective without a force"),
    ("All sources attributed the strike to Russian forces.", [("Russian Military", "did")], "said of them"),
    (
        "Coalition strikes on ISIS positions killed two.",
        [("US-led Coalition", "did"), ("ISIS", "target")],
        "a target",
    ),
    ("Shells hit SDF-held villages.", [("Syrian Democratic Forces", "target")], "whose land it is"),
    ("Russia denied that its aircraft bombed the town.", [("Russian Military", "denies")], "a denial"),
    ("ISIS claimed responsibility for the bomb.", [("ISIS", "claims")], "a claim"),
    ("It had been asked to strike two ISIS snipers.", [("ISIS", "target")], "a number before the target"),
    ("Shelling from ISIS fighters killed four.", [("ISIS", "did")], "where the fire came from"),
    ("Ten died after Russia bombed a market.", [("Russian Military", "did")], "a country that does the deed"),
    ("A blast in northern Syria killed five.", [], "a country where it was done"),
    ("اتهم ناشطون روسيا بقتل عشرة", [("Russian Military", "did")], "a country accused"),
    ("نفت روسيا قتل عشرة", [("Russian Military", "denies")], "a country that denies"),
    ("They told us that two died.", [], "us is not the US"),
    ("قصف مدفعي لقوات النظام على القرية", [("Syrian Regime", "did")], "by a hanging letter"),
    (
        "غارة إسرائيلية استهدفت مقرا لحزب الله",
        [("Israeli Military", "did"), ("Hezbollah", "target")],
        "an object",
    ),
    ("استهدف الاحتلال الإسرائيلي بلدة", [("Israeli Military", "did")], "the verb comes first"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DID, ids=[row[2] for row in DID])
def test_what_is_said_of_a_belligerent(text, expected, why):
    found = find_belligerents(text, words(text), ["SY"])
    assert [(each.name, each.did) for each in found] == expected


def test_the_coalition_is_the_one_of_the_country():
    text = "Coalition aircraft bombed the market."
    assert find_belligerents(text, words(text), ["SY"])[0].name == "US-led Coalition"
    assert find_belligerents(text, words(text), ["YE"])[0].name == "Saudi-led Coalition"


def test_a_denial_stands_beside_the_accusation():
    text = "Turkish shelling killed two. Russia denied that its aircraft bombed."
    found = find_belligerents(text, words(text))
    assert {each.name: each.role for each in accused(found, [(0, len(text))])} == {
        "Turkish Military": Role.SUSPECTED,
        "Russian Military": Role.DENIES,
    }


SAYS = [
    ("Two were killed, the Mithal Observatory for Human Rights said.", "Mithal Observatory for Human Rights"),
    ('"Two were killed," said Anwar Mithali, a doctor.', "Anwar Mithali"),
    ("According to local sources, two were killed.", "local sources"),
    ("قال الدفاع المدني إن رجلين قتلا", "الدفاع المدني"),
    ("وبحسب مصادر محلية، قتل رجلان", "مصادر محلية"),
]


@pytest.mark.parametrize(("text", "speaker"), SAYS)
def test_who_is_quoted(text, speaker):
    whole = (0, len(text))
    assert speaker_of(find_speakers(text, words(text)), whole, whole, 0) == speaker


def test_he_is_whoever_spoke_last():
    text = "Anwar Mithali spoke to us, said Anwar Mithali. He said two were killed."
    found = find_speakers(text, words(text))
    at = text.index("He said")
    assert speaker_of(found, (at, len(text)), (0, len(text)), at) == "Anwar Mithali"
