"""A date of publication is read from whatever stood there, or not at all."""

import pytest

from cairn.vocabulary.published import published_date

READ = [
    ("2015-11-24", "2015-11-24"),
    ("2024-10-31T17:14:00.000Z", "2024-10-31"),
    ("28 نوفمبر 2025", "2025-11-28"),
    ("12 كانون الثاني 2017", "2017-01-12"),
    ("السبت, ٩ مارس ٢٠٢٤", "2024-03-09"),
    ("Nov. 5, 2012", "2012-11-05"),
    ("10/08/2021", "2021-08-10"),
    ("08/25/2021", "2021-08-25"),
    ("20170512", "2017-05-12"),
    ("May 2017", "2017-05"),
    ("about an hour ago", None),
    ("", None),
    (None, None),
    ("2917-01-01", None),
    ("2021-13-45", None),
]


@pytest.mark.parametrize(("said", "read"), READ)
def test_a_date_of_publication(said, read):
    found = published_date(said)
    assert (found and str(found)) == read
