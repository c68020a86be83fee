from cairn.grade.families import with_families
from cairn.story import assess
from cairn.values import ReportText, Victim


def test_those_who_share_a_last_name_stand_together_under_it():
    people = [
        Victim("Omar al-Testani"),
        Victim("Karim Mithali"),
        Victim("Mona Al Testani"),
        Victim("Umm Samir"),
    ]
    told = [(person.name, person.family) for person in with_families(people)]
    assert told == [
        ("Omar al-Testani", "al-Testani"),
        ("Mona Al Testani", "al-Testani"),
        ("Karim Mithali", None),
        ("Umm Samir", None),
    ]


def test_arabic_names_are_put_together_as_latin_ones_are():
    people = [Victim("عمر الفلاني"), Victim("سلمى خالد الفلاني")]
    assert {person.family for person in with_families(people)} == {"الفلاني"}


def test_an_incident_lists_its_people_family_by_family():
    text = "Omar Testani (40), Karim Mithali (12) and Mona Testani (35) were killed."
    people = assess([ReportText("1", text)]).people
    assert [person.family for person in people] == ["Testani", "Testani", None]
