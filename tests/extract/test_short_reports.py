"""A strike told in a sentence or two, as monitors and headlines tell it: how many were killed."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words

KILLED = [
    ("The strike killed Al Qaeda commander Omar Haddad.", ["1"], "a party's name is nobody's"),
    ("It killed Al Qaeda fighters.", ["2"], "fighters of a party, not its name and they"),
    ("The strike killed British-Lebanese militant Omar Haddad.", ["1"], "no article, as headlines have it"),
    ("It killed senior commander Omar Haddad and two of his guards.", ["3", "1", "2"], "and others"),
    ("A strike killed commander Omar Haddad.", ["1"], "the strike killed; it is no killed commander"),
    ("He joined a force killing key leaders.", [], "what a force does, and to nobody in this event"),
    ("Four persons killed in a strike on a car.", ["4"], "persons, as lists have it"),
    ("A strike on a market killed dozens.", ["12–24"], "dozens of people, though no word says so"),
    ("The force returned fire, killing several.", ["2"], "several, behind the harm"),
    ("Two strikes killed a total of nine people.", ["9"], "a total"),
    ("As few as three and as many as nine people died.", ["3–9"], "both bounds as quantifiers"),
    ("At least 4, and up to 6, people were killed.", ["4–6"], "the ceiling between commas"),
    ("At least one person, and possibly as many as three, died.", ["1–3"], "the ceiling behind its people"),
    (
        "At least one soldier and up to three guards died.",
        ["at least 1", "at least 1", "0–3"],
        "two counts, not one",
    ),
    ("The number killed ranged from three to nine.", ["3–9"], "a toll as a range"),
    ("Four rescuers died in a second strike.", ["4"], "who came to help"),
    ("Four people - possibly all guards - killed in a strike.", ["4"], "set off by dashes"),
    (
        "Seven medics, four of them civilians, killed as they fled.",
        ["7", "4"],
        "those who flee are the medics",
    ),
    ("Three civilians among up to seven killed.", ["3–7", "3"], "a floor by those among them"),
    ("Two men, including a cook, were among five people killed.", ["5", "2"], "the two, not the cook"),
    ("Three of those killed were named.", ["3"], "so many of people told of before"),
    ("Four of the dead were children.", ["4"], "whom they were stands behind"),
    (
        "It killed Omar Haddad, a worker with the International Council of Wells.",
        ["1"],
        "a council is nobody",
    ),
    ("No one was reported killed.", ["0"], "nobody"),
    ("None of them died.", ["0"], "none"),
    ("There were no immediate reports of casualties.", ["0", "0"], "no reports of any"),
    ("It is not known how many people were killed.", [], "asked, and not answered"),
    ("Six including two guards were killed.", ["6", "2"], "a number alone may be the whole"),
    ("Two, possibly three, people were killed.", ["2–3"], "perhaps one more"),
    ("Two (possibly three) people died.", ["2–3"], "perhaps one more, in brackets"),
    ("Two killed, possibly three wounded.", ["2", "3"], "two harms, not one count"),
    ("15+ people were killed.", ["at least 15"], "plus"),
    ("Twelve people, perhaps more, were killed.", ["at least 12"], "perhaps more"),
    ("Three died at the scene and two more died later.", ["5", "3", "2"], "two more"),
    ("Omar Haddad died in the attack along with four others.", ["5", "1", "4"], "with them, further off"),
    ("A commander was killed and up to three others.", ["1–4", "1", "0–3"], "and others, likewise"),
    ("One boy is dead and two others in hospital.", ["1"], "what befell the others is another thing"),
    ("It killed four guards but also eight cooks.", ["12", "4", "8"], "but also"),
    ("The strike claimed at least three lives.", ["at least 3"], "lives"),
    ("Its occupants, three men, were killed.", ["3"], "the three are the occupants"),
    ("Seven Al Shabaab were killed.", ["7"], "a party's name for its fighters"),
    ("Three Hamas rockets killed two.", ["2"], "but not for its rockets"),
    ("Three suspected IS militants died.", ["3"], "letters of a name, and no “is”"),
    ("Two WHO staff were killed.", ["2"], "letters of a name, and no “who”"),
    ("FOUR MEN WHO FLED WERE KILLED.", ["4"], "all in capitals, small words too"),
    ("A strike killed 20-plus fighters.", ["at least 20"], "so many and more"),
    (
        "The dead included Omar Haddad and three of his relatives.",
        ["4", "1", "3", "None"],
        "so many at least",
    ),
    ("Nine people, three of them women and two children, were killed.", ["9", "3", "2"], "a row of parts"),
    ("Parents, 2 children dead", ["4", "2", "2"], "a headline's row has no “and”"),
    ("Three people believed to be militants were killed.", ["3"], "who they are, not how many more"),
    ("Seven in total were killed.", ["7"], "in total"),
    ("Four Tunisians were killed.", ["4"], "a people in the plural"),
    ("Six people were killed; others said eight.", ["6", "8"], "another's count of the same people"),
    ("Six people were killed, while a doctor put it at nine.", ["6", "9"], "put at"),
    ("Six people were killed, the paper reported at 11.", ["6"], "the hour is no count"),
]


@pytest.mark.parametrize(("text", "counts", "why"), KILLED, ids=[row[2] for row in KILLED])
def test_a_strike_told_in_a_sentence_is_counted(text, counts, why):
    assert [str(claim.count) for claim in casualties(text, words(text))] == counts
