"""A translation is no second origin; two reporters of one event in two languages are two."""

from cairn.link.origins import origins
from cairn.story import extract
from cairn.values import PartialDate, ReportText

DAY = PartialDate("2017-06-10")
ENGLISH = (
    "Twelve civilians were killed in Raqqa on 9 June 2017, among them three children and two women. "
    "Seven people were injured. Four fighters were killed too. About 2,000 ISIS fighters are left there."
)
ARABIC = (
    "قتل 12 مدنيا في الرقة يوم 9 حزيران 2017 بينهم ثلاثة أطفال وامرأتان. "
    "وأصيب سبعة أشخاص. وقتل أربعة مقاتلين. وبقي نحو 2000 مقاتل من داعش في المدينة."
)
OTHER_WORDS = "مقتل 12 مدنيا بينهم أطفال في غارة على الرقة يوم 9 حزيران 2017، وإصابة عشرة."


def labels(*texts):
    reports = [ReportText(str(at), text, published=DAY, countries=("SY",)) for at, text in enumerate(texts)]
    return origins(reports, [extract(report) for report in reports])


def test_a_translation_shares_its_origin():
    one, other = labels(ENGLISH, ARABIC)
    assert one == other


def test_the_same_toll_told_by_another_is_another_origin():
    one, other = labels(ENGLISH, OTHER_WORDS)
    assert one != other


def test_reports_without_numbers_are_left_alone():
    one, other = labels("Shells fell on Raqqa.", "سقطت قذائف على الرقة")
    assert one != other
