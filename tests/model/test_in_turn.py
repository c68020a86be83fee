"""Several questions are under way together, and answers keep the order of the questions."""

import threading

from cairn.exceptions import ModelFailed
from cairn.extract.by_model.question import question_on
from cairn.model.in_turn import in_turn
from cairn.values import ReportText


def questions(count, taken=None):
    for number in range(count):
        if taken is not None:
            taken.append(number)
        yield number, question_on(ReportText(str(number), f"Report {number}."), 100)


def number_in(question):
    return int(question.report.split("Report ")[1].split(".")[0])


def test_answers_come_in_the_order_of_the_questions_though_the_first_is_slowest():
    others_answered = threading.Event()

    def ask(question):
        if number_in(question) == 0:
            assert others_answered.wait(10)
        else:
            others_answered.set()
        return str(number_in(question))

    assert list(in_turn(ask, questions(6), 2)) == [(number, str(number)) for number in range(6)]


def test_a_failure_is_the_outcome_of_one_and_the_others_have_theirs():
    def ask(question):
        if number_in(question) == 1:
            raise ModelFailed("Not this one.")
        return "words"

    outcomes = dict(in_turn(ask, questions(3), 2))
    assert isinstance(outcomes[1], ModelFailed)
    assert (outcomes[0], outcomes[2]) == ("words", "words")


def test_what_is_not_asked_has_no_outcome_and_keeps_its_place():
    given = [("a", None), *questions(1), ("b", None)]
    assert list(in_turn(lambda question: "words", given, 2)) == [("a", None), (0, "words"), ("b", None)]


def test_no_more_is_taken_than_is_under_way():
    taken = []
    outcomes = in_turn(lambda question: "words", questions(100, taken), 2)
    next(outcomes)
    assert len(taken) == 3
    outcomes.close()
