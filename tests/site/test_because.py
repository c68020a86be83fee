"""Why a figure is what it is, on the page of each language."""

import re

from django.utils.translation import override

from cairn.site import because
from cairn.site.words import term
from cairn.values import About, Reason, Rule

ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}")


def said(reason, language):
    with override(language):
        return f"{because.about(reason)}: {because.rule(reason)}"


def why(page):
    listed = re.search(r'<ul class="reasons">(.*?)</ul>', page.read_text("utf-8"), re.S)[1]
    return re.sub(r"<(?!bdi|/bdi)[^>]*>", "", listed)


def test_the_arabic_page_gives_its_reasons_in_arabic(baked):
    arabic = why(baked / "ar" / "incident" / "N1.html")
    assert ENGLISH_WORDS.findall(re.sub(r"<[^>]*>", "", arabic)) == []
    assert 'الحد الأدنى <bdi dir="ltr">4</bdi>: أدنى ما ورد في الروايات، وعددها: <bdi>2</bdi>' in arabic
    assert '<bdi dir="ltr">40–60</bdi>' in arabic


def test_the_english_page_gives_them_in_english(baked):
    english = re.sub(r"<[^>]*>", "", why(baked / "en" / "incident" / "N1.html"))
    assert "killed min 4: the lowest of 2 accounts" in english
    assert "injured 40–60: left out: too few others agree with it" in english


def test_grades_and_dates_are_said_as_on_the_rest_of_the_page():
    with override("ar"):
        fair = term("fair")
    graded = Reason(About.GRADE, Rule.ORIGINS_ACCUSE_ONE, words={"grade": "fair"})
    assert f"<bdi>{fair}</bdi>" in said(graded, "ar")
    words = {"date": "2021-05-07", "agreeing": "2", "reports": "3"}
    dated = Reason(About.DATE, Rule.REPORTS_THAT_DATE, words=words)
    assert "<bdi>7 May 2021</bdi>" in said(dated, "en")


def test_a_name_in_a_reason_is_never_markup():
    hostile = Reason(About.MIN, Rule.CONCEDED, words={"measure": "<i>", "count": "1", "parties": "<img>"})
    assert "<i" not in said(hostile, "ar")


def test_the_condition_of_a_grade_is_said_in_the_readers_language():
    with override("ar"):
        assert ENGLISH_WORDS.findall(because.condition(Rule.SEVERAL_ORIGINS)) == []
    with override("en"):
        assert because.condition(Rule.SEVERAL_ORIGINS) == "two or more independent origins"
