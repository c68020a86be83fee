"""This text, these claims: invented sentences, each with the reason it is here."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Scope


def told(text, language):
    """Each claim as one line: kind, count, whom; parts behind "of which"."""
    found = casualties(text, words(text), language)
    for claim in found:
        assert claim.span.stands_in(text)
    return [_line(claim) for claim in found]


def _line(claim):
    whom = " ".join(str(x) for x in (claim.who.status, claim.who.group) if x and x != "unknown")
    count = "?" if claim.count is None else str(claim.count)
    part = "of which " if claim.part_of is not None else ""
    scope = "" if claim.scope is Scope.INCIDENT else f" ({claim.scope})"
    return f"{part}{claim.kind} {count}{' ' + whom if whom else ''}{scope}"


ENGLISH = [
    # how it is said: passive, active, participle, noun
    ("Five people were killed in Hadra.", ["killed 5"], "passive"),
    ("A shell killed five people.", ["killed 5"], "active"),
    (
        "Shells fell on Hadra, killing two men and wounding a girl.",
        ["killed 2 men", "injured 1 children"],
        "participles",
    ),
    ("The death of a child was reported.", ["killed 1 children"], "noun before its people"),
    ("Neighbours spoke of seven deaths.", ["killed 7"], "noun after its number"),
    ("12 dead after a blast in Hadra", ["killed 12"], "headline"),
    ("The blast left four dead.", ["killed 4"], "left dead"),
    ("The death toll rose to 18.", ["killed 18"], "a toll and its number"),
    ("Six civilians died.", ["killed 6 civilian"], "died"),
    ("Three staff seconded to the port were ambushed and killed.", ["killed 3 aid workers"], "a second verb"),
    # how many
    ("At least nine civilians were killed.", ["killed at least 9 civilian"], "no ceiling"),
    ("Between ten and fifteen people were killed.", ["killed 10–15"], "both bounds"),
    ("13-15 killed in Hadra", ["killed 13–15"], "a range in figures"),
    ("Three to four people were killed.", ["killed 3–4"], "a range in words"),
    ("Up to eight people were killed.", ["killed 0–8"], "no floor"),
    ("Several people were wounded.", ["injured 2"], "several is two by convention"),
    ("More than a hundred were wounded.", ["injured at least 101"], "an article is of its number"),
    ("A hundred and five people were killed.", ["killed 105"], "an article is of its number"),
    ("More than a dozen people were killed.", ["killed at least 13"], "a dozen is a number"),
    ("Up to a dozen people were killed.", ["killed 0–12"], "a dozen is a number"),
    ("Three people of one family died.", ["killed 3"], "whose they are, not more of them"),
    ("Five children from two families died.", ["killed 5 children"], "whose they are, not more of them"),
    ("Members of five families were killed.", ["killed 5"], "of each family one at least"),
    (
        "The number of people killed in the strike on Hadra on 14 July rose to seven.",
        ["killed 7"],
        "a toll, and a day before its number",
    ),
    ("The number of civilians killed in Hadra rose to 12.", ["killed 12"], "a toll, not a bare plural"),
    ("The army denied that 20 civilians were killed.", ["killed ? civilian"], "alleged, and denied"),
    ("No civilians were killed.", ["killed 0 civilian"], "nobody was harmed"),
    ("An unspecified number of civilians were killed.", ["killed 2 civilian"], "no toll"),
    ("Dozens of people were injured.", ["injured 12–24"], "dozens by convention"),
    ("A number were injured.", ["injured 2"], "a vague number alone"),
    (
        "Twenty-five people and a hundred and five sheep were counted; 25 people were killed.",
        ["killed 25"],
        "words",
    ),
    ("A family of eight was killed.", ["killed 8"], "a family and its number"),
    ("Civilians were killed.", ["killed 2 civilian"], "a bare plural is more than one"),
    ("The civilians were killed.", [], "told of before: no new count"),
    ("A man was killed.", ["killed 1 men"], "one person"),
    ("A 7-year-old was killed.", ["killed 1 children"], "an age is a person"),
    ("Two 10-year-old girls were killed.", ["killed 2 children"], "an age between a number and its people"),
    ("One child found dead", ["killed 1 children"], "one"),
    ("Between 12 and 24 died given the heat.", ["killed 12–24"], "a range before its verb"),
    ("The toll was between 12 and 24 given the smoke.", ["killed 12–24"], "a range before a small word"),
    ("The toll is known of between 12 and 24 houses.", [], "no half of a range of things"),
    ("The number of people killed is unknown, but 12 guards are on duty.", [], "a clause beside its toll"),
    ("The death toll, as of Monday, was 12.", ["killed 12"], "a clause within its toll"),
    # whom
    (
        "Two women, a child and an old man were killed.",
        ["killed 4", "of which killed 2 women", "of which killed 1 children", "of which killed 1 men"],
        "an enumeration",
    ),
    (
        "Five people, including three children, were killed.",
        ["killed 5", "of which killed 3 children"],
        "parts before",
    ),
    (
        "Five people were killed, three of them children.",
        ["killed 5", "of which killed 3 children"],
        "parts after",
    ),
    (
        "Four children and 6 alleged militants killed in Hadra",
        ["killed 10", "of which killed 4 children", "of which killed 6 combatant"],
        "civilians beside combatants",
    ),
    (
        "26 people, 21 of them civilians, were killed.",
        ["killed 26", "of which killed 21 civilian"],
        "a part in the middle",
    ),
    (
        "A commander was killed with 13 others.",
        ["killed 14", "of which killed 1 combatant", "of which killed 13"],
        "with",
    ),
    (
        "Dr Omar Testi, his wife and their three children were killed.",
        ["killed 5", "of which killed 1", "of which killed 1 women", "of which killed 3 children"],
        "kin",
    ),
    (
        "One teacher was killed, one guard killed.",
        ["killed 2", "of which killed 1", "of which killed 1"],
        "added up in one breath",
    ),
    (
        "He killed his two children and then himself.",
        ["killed 3", "of which killed 2 children", "of which killed 1"],
        "and himself",
    ),
    ("A driver was wounded and later died.", ["killed 1"], "the dead are not also wounded"),
    ("Two insurgents were killed and one was captured.", ["killed 2 combatant", "captured 1"], "captured"),
    ("Nine people are missing.", ["missing 9"], "missing"),
    # nobody, elsewhere, otherwise
    ("No casualties were reported.", ["killed 0", "injured 0"], "nobody"),
    ("No civilians were killed.", ["killed 0 civilian"], "nobody of these"),
    (
        "Two people were killed. No further injuries were reported.",
        ["killed 2", "injured 0"],
        "another kind of harm",
    ),
    ("Strikes have killed 400 people since the beginning of the war.", ["killed 400 (toll)"], "an aggregate"),
    ("A similar attack killed 12 people last year.", ["killed 12 (background)"], "another event"),
    ("They tried to kill two men.", ["killed 2 men (background)"], "an attempt is no death"),
    (
        "Two teachers were killed (3 guards also killed but not counted here).",
        ["killed 2", "killed 3 (background)"],
        "brackets speak for themselves",
    ),
    # numbers beyond belief: people were harmed, and nobody can say how many
    ("A shell killed 99999999999999999999999 civilians.", ["killed ? civilian"], "beyond belief"),
    ("99999999999 were killed and 7 were injured.", ["killed ?", "injured 7"], "no word for people"),
    ("A shell killed 30 billion people.", ["killed ?"], "in words"),
    (
        "A shell killed 9000000000 civilians and injured 14.",
        ["killed ? civilian", "injured 14"],
        "the civilians killed are not the injured",
    ),
    (
        "A shell killed 9000000000 civilians and injured 1e400.",
        ["killed ? civilian"],
        "nor where nothing readable says how many were",
    ),
    ("A shell killed 9 civilians and injured 14.", ["killed 9 civilian", "injured 14"], "each its own"),
    (
        "A shell killed 99999999999 civilians and 3 fighters.",
        ["killed at least 3", "of which killed ? civilian", "of which killed 3 combatant"],
        "together more than were counted",
    ),
    ("In a land of 30,000,000 people a shell killed four.", ["killed 4"], "those who live there"),
    ("Call 99999999999. A shell killed four people.", ["killed 4"], "the number of a telephone"),
    # not people, not harm
    ("The strike destroyed three houses and 12 cars.", [], "things"),
    ("The guard was shot three times.", ["injured 1"], "three times is no count of people"),
    ("In 2017 a man was killed.", ["killed 1 men"], "a year is no count"),
    ("The plane was shot down.", [], "shot down is no injury"),
    ("He received death threats.", [], "a threat is no death"),
    ("ki11ed: the strike ki11ed five people", ["killed 5"], "disguised words"),
]

ARABIC = [
    ("مقتل طفل جراء القصف", ["killed 1 children"], "noun and one person"),
    ("قتل طفل وجرح مدنيان", ["killed 1 children", "injured 2 civilian"], "a dual is a count"),
    ("استشهاد ١٢ مدنياً", ["killed 12 civilian"], "Arabic figures"),
    ("خمسة وعشرون شهيداً", ["killed 25"], "units before tens"),
    ("استشهد ثلاثة مدنيين بينهم طفل", ["killed 3 civilian", "of which killed 1 children"], "among them"),
    (
        "أصيب 4 مدنيين، (طفلة وامرأتان ورجل)",
        [
            "injured 4 civilian",
            "of which injured 1 children",
            "of which injured 2 women",
            "of which injured 1 men",
        ],
        "parts in brackets",
    ),
    ("سقوط 4 شهداء و15 جريحاً", ["killed 4", "injured 15"], "words for the harmed"),
    ("ارتفع عدد الشهداء إلى 18", ["killed 18"], "a toll"),
    (
        "مقتل وإصابة 37 مدنياً",
        ["killed ? civilian", "injured ? civilian"],
        "so many of either: nobody said of which",
    ),
    (
        "أفاد المصدر بأن شخصاً قتل وأصيب أربعة آخرون",
        ["killed 1", "injured 4"],
        "one person before, four after",
    ),
    ("دون وقوع إصابات", ["injured 0"], "nobody"),
    ("قتل جنديان", ["killed 2 combatant"], "combatants"),
    ("استـ ـشهـ ـاد مدني", ["killed 1 civilian"], "a broken word"),
    ("أكثر من خمسة قتلى", ["killed at least 6"], "more than five is at least six"),
    ("مقتل ما لا يقل عن 7 أشخاص", ["killed at least 7"], "no less than"),
    ("مقتل عشرات المدنيين", ["killed 12–24 civilian"], "dozens"),
    ("الرحمة للشهداء والشفاء للجرحى", [], "told of before"),
    ("قتل 60 مدنياً منذ بداية العام", ["killed 60 civilian (toll)"], "an aggregate"),
    ("قتل 9 مدنيين بالألغام في الأشهر الماضية", ["killed 9 civilian (toll)"], "an aggregate of past months"),
    ("مقتل أربعة من مقاتلي الفصيل", ["killed 4 combatant"], "fighters of somebody"),
    ("مقتل 3 من عناصره", ["killed 3 combatant"], "his men"),
    ("أربعة من مقاتليه فقدوا حياتهم", ["killed 4 combatant"], "who lost their lives stand before"),
    ("وفقد حياته مدني", ["killed 1 civilian"], "or behind"),
    ("سقوط عدد من الشهداء", ["killed 2"], "several of the dead"),
    (
        "مجزرة راح ضحيتها 20 مدنياً بين قتيل وجريح",
        ["killed ? civilian", "injured ? civilian"],
        "dead or wounded, and nobody said how many of each",
    ),
    ("قُتلوا وأصيب خمسة آخرون", ["injured 5"], "the others are only wounded"),
    ("سقوط 7 من الشهداء", ["killed 7"], "so many of the dead"),
    ("ما أدى لمقتله على الفور", ["killed 1"], "his death"),
    ("بعد مقتلهما في القصف", ["killed 2"], "the death of both"),
    ("استشهاد 3 من أبناء القرية", ["killed 3"], "sons of the village"),
    ("مهندس القتل صالح", [], "the killing kills nobody"),
    ("قصف قرب مدرسة الشهيد سامر التجريبي", [], "a school called after somebody"),
    ("استشهاد الطفلين سامر أحمد وخالد حسين", ["killed 2 children"], "two, and their names"),
    (
        "استشهاد سامر أحمد وخالد حسين",
        ["killed 2", "of which killed 1", "of which killed 1"],
        "and hangs on the second name",
    ),
    ("الشهيد سامر أحمد التجريبي", ["killed 1"], "a martyr by name"),
    (
        "مقتل مهرب سلاح وأسرته",
        ["killed 3", "of which killed 1", "of which killed 2"],
        "whatever he traded in",
    ),
    (
        "قتل رجل وعائلته",
        ["killed 3", "of which killed 1 men", "of which killed 2"],
        "his family is at least two more",
    ),
]


@pytest.mark.parametrize(("text", "claims", "why"), ENGLISH)
def test_an_english_sentence_says_so_much_and_no_more(text, claims, why):
    assert told(text, "eng") == claims, why


@pytest.mark.parametrize(("text", "claims", "why"), ARABIC)
def test_an_arabic_sentence_says_so_much_and_no_more(text, claims, why):
    assert told(text, "ara") == claims, why


PIECES = st.sampled_from(
    [
        "killed",
        "12",
        "people",
        "and",
        ",",
        "(",
        ")",
        "a",
        "child",
        "of them",
        "including",
        "at least",
        "no",
        "was",
        "Ahmad Testi",
        ":",
        "-",
        "قتل",
        "طفلان",
        "و",
        "شهيد",
        "5",
        "بينهم",
        "\n",
        "years old",
        "between",
        "to",
        "killed and injured",
        "the names of",
        "his wife",
        "الشهداء",
        "ـ",
        ".",
        "2017",
        "himself",
        "he",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=200))
def test_every_text_is_read_and_every_span_stands_in_it(text):
    for language in ("eng", "ara"):
        for claim in casualties(text, words(text), language):
            assert claim.span.stands_in(text)
            assert claim.part_of is None or claim.part_of >= 0


@pytest.mark.parametrize(
    "piece", ["killed five people, ", "(", "7", "including three children, ", "قتل ", "e\u0301"]
)
def test_hostile_text_is_read_in_time_linear_in_its_length(piece):
    """Twice the text takes about twice the time; ten times as long would be quadratic here."""

    def seconds(times):
        text = piece * times
        start = time.process_time()
        casualties(text, words(text))
        return time.process_time() - start

    seconds(200)
    once = max(seconds(1_000), 0.02)
    assert seconds(8_000) < 40 * once
