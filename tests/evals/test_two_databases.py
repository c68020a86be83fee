"""How two recorders' tables are scored."""

import two_databases

KNOWN = {("a", "1"), ("a", "2"), ("b", "3")}


def test_the_likeliest_answer_to_each_linked_record_is_judged():
    found = [(0.9, ("a", "1")), (0.8, ("a", "9")), (0.7, ("b", "1")), (0.6, ("unlinked", "3"))]
    scores = two_databases.score(found, KNOWN)
    assert scores["records precision"] == 0.5
    assert scores["records recall"] == 0.5
    assert scores["pairs precision"] == 0.333
    assert scores["pairs recall"] == 0.333
    assert scores["pairs precision, of two linked records"] == 0.5


def test_points_are_rounded_and_days_written_as_days():
    row = {"date": "05/04/2031", "lat": "48.1234", "lon": "35.2", "title": "04/05/2031 Mill hit"}
    assert two_databases.rounded(row) == {
        "date": "2031-05-04",
        "lat": "48.1",
        "lon": "35.2",
        "title": "Mill hit",
    }
