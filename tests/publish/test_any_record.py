"""Whatever a record holds, its release agrees with itself."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cairn.publish import Edition, Inquiry, Released, write_release
from cairn.story import disagreements
from cairn.total.asked import answer_asked, as_asked, facts_asked
from cairn.total.wording import worded
from tests.total.asked import incidents, questions


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(incidents, max_size=6, unique_by=lambda one: one.id), questions)
def test_any_record_and_any_question_are_released_and_agree(record, question):
    asked = as_asked(question)
    answers = [{"name": worded(question), "asked": asked, "answer": answer_asked(record, asked, [])}]
    facts = facts_asked(record, [], "2024-03-01")
    edition = Edition("An invented ledger", "2024-03-01", release="r")
    with TemporaryDirectory() as folder:
        write_release(Path(folder), Released(edition, "1", record, {}, Inquiry(answers), facts))
        assert list(disagreements(Path(folder))) == []
