"""A share of a count of people is read as a part of it, and never without the count."""

import pytest

from cairn.story import extract
from cairn.values import Group, Harm, Range, ReportText

KILLED, INJURED = Harm.KILLED, Harm.INJURED
TOLD = [
    ("11 people were killed, half of them women.", KILLED, Group.WOMEN, Range(5, 6)),
    (
        "At least 40 people were killed, more than half of them children.",
        KILLED,
        Group.CHILDREN,
        Range(21, None),
    ),
    ("40 people were killed, at least half of them women.", KILLED, Group.WOMEN, Range(20, 40)),
    ("30 people were killed, more than a third of them women.", KILLED, Group.WOMEN, Range(11, 30)),
    ("40 people were killed, more than 100% of them children.", KILLED, Group.CHILDREN, Range(40, 40)),
    ("9 people were killed, a third of whom were children.", KILLED, Group.CHILDREN, Range(3, 3)),
    ("40 people died. Two thirds of the dead were women.", KILLED, Group.WOMEN, Range(26, 27)),
    ("8 were killed and 60 injured. Half of the dead are children.", KILLED, Group.CHILDREN, Range(4, 4)),
    ("Half of the 40 people killed were children.", KILLED, Group.CHILDREN, Range(20, 20)),
    ("About 30% of the 200 wounded were women.", INJURED, Group.WOMEN, Range(60, 60)),
    ("قتل 20 مدنيا نصفهم من الأطفال", KILLED, Group.CHILDREN, Range(10, 10)),
    ("قتل 20 شخصا 30% منهم نساء", KILLED, Group.WOMEN, Range(6, 6)),
]
NO_SHARE = [
    "Half of the town was destroyed and 10 people were killed.",
    "12 civilians were killed; half of the children had left.",
    "9 people were killed, all of them women and children.",
    "Half of the victims were children.",
]


def shares(text):
    claims = extract(ReportText(id="1", text=text)).claims
    return [claim for claim in claims if claim.rule.startswith("a share")]


@pytest.mark.parametrize(("text", "kind", "group", "count"), TOLD)
def test_a_share_of_a_count_is_a_part_of_it(text, kind, group, count):
    [share] = shares(text)
    assert (share.kind, share.who.group, share.count) == (kind, group, count)
    assert share.span.stands_in(text)
    assert share.part_of is not None


@pytest.mark.parametrize("text", NO_SHARE)
def test_a_share_of_what_nobody_counted_is_no_count(text):
    assert shares(text) == []
