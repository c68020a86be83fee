import pytest

from cairn.link.names import frame, name_parts, without_second_half

ONE_NAME = [
    ("عبد الستار جلال", "عبدالستار جلال", "a first half may stand alone or be joined"),
    ("نجم الدين الباز", "نجمالدين الباز", "so may a second half"),
    ("هُدى الرملي", "هدي رملي", "marks, the last ya and the article are left off at will"),
    ("أبو شامة", "ابوشامه", "father of, in one word or two"),
    ("Abd al-Sattar Jalal", "Abdulsattar Jalaal", "every spelling of the servant of"),
    ("Nasr el-Deen Al-Baz", "Nasruddin Albaz", "every spelling of the faith"),
    ("Hoda al Ramly", "Huda Ramli", "o and u, y and i are one vowel"),
    ("Dr. Samir Qandil", "Samir Kandil", "a title is no name; q and k are one letter"),
    ("سمير بن جلال", "سمير جلال", "son of stands between names"),
    ("زوجة كمال هدى جلال الباز", "هدى جلال الباز", "whose wife she is does not name her"),
]


@pytest.mark.parametrize(("one", "other", "reason"), ONE_NAME)
def test_ways_of_writing_one_name_have_the_same_parts(one, other, reason):
    assert name_parts(one) == name_parts(other), reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("محمد", "محمود"), ("حسن", "حسين"), ("Ali", "Alaa"), ("Amal", "Amjad"), ("سعد", "سعيد")],
)
def test_names_that_look_alike_stay_two(one, other):
    assert name_parts(one) != name_parts(other)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("خليل", "Khalil"),
        ("غسان", "Ghassan"),
        ("عبد القادر", "Abdelqader"),
        ("شهاب", "Chehab"),
        ("مروة", "Marwa"),
    ],
)
def test_a_name_has_one_frame_in_both_scripts(arabic, latin):
    assert frame(name_parts(arabic)[0]) == frame(name_parts(latin)[0])


def test_a_name_without_any_consonant_is_its_own_frame():
    assert frame("اوي") == "اوي"


def test_a_name_of_titles_alone_has_no_parts():
    assert name_parts("الدكتور") == ()
    assert name_parts("") == ()


def test_the_second_half_is_taken_off_only_where_a_name_remains():
    assert without_second_half(name_parts("نجم الدين")[0]) == "نجم"
    assert without_second_half("دين") == "دين"
