"""A model that answers questions: OpenAI-compatible chat completions, one request a report."""

from __future__ import annotations

import threading
import time

from cairn.exceptions import BadInput, ModelFailed
from cairn.model.completion import asking, words_of
from cairn.model.setting import KEY, ModelSetting
from cairn.values import Question

try:
    from cairn.model.post import Answered, NoAnswerYet, Poster
except ImportError:  # urllib3 comes with `cairn[llm]`
    raise BadInput("Asking a model needs urllib3. Install it: pip install 'cairn-recorder[llm]'.") from None

TRIES = 4
GIVEN_UP_AFTER = 5  # reports in a row without an answer: the model is gone, and the rest need not wait for it
_AGAIN = frozenset((408, 429, 500, 502, 503, 504, 529))
_NO_FORM = frozenset((400, 415, 422, 501))  # what services say that cannot keep to a form
_LONGEST_PAUSE = 30.0


class Model:
    """Asked from several threads. `pause` is what is waited before a second try, doubled before each after.

    It is offered no tools and asked for words alone, so there is nothing that a report could make it do.
    """

    def __init__(self, setting: ModelSetting, key: str = "", pause: float = 1.0) -> None:
        self.setting, self.pause = setting, pause
        self._key = key
        self._poster = Poster(setting.chat, setting.at_once)
        self._keeps_form = True
        self._lock = threading.Lock()
        self._failed = 0

    @property
    def given_up(self) -> bool:
        return self._failed >= GIVEN_UP_AFTER

    def __call__(self, question: Question) -> str:
        """The words of the answer. Raises ModelFailed where there are none within the setting's seconds."""
        if self.given_up:
            raise ModelFailed(
                f"The model gave no answer {GIVEN_UP_AFTER} times in a row and was asked no more. See that it"
                " runs, and run again."
            )
        try:
            answer = self._ask(question, time.monotonic() + self.setting.seconds)
        except ModelFailed:
            self._note(failed=True)
            raise
        self._note(failed=False)
        return answer

    def _note(self, failed: bool) -> None:
        with self._lock:
            self._failed = self._failed + 1 if failed else 0

    def _ask(self, question: Question, deadline: float) -> str:
        if self._keeps_form:
            answered = self._posted(asking(self.setting.name, question, in_form=True), deadline)
            if answered.status not in _NO_FORM:
                return self._words(answered)
        plain = self._words(self._posted(asking(self.setting.name, question, in_form=False), deadline))
        self._keeps_form = False  # it answers without a form, so it need not be offered one again
        return plain

    def _posted(self, body: bytes, deadline: float) -> Answered:
        """The first answer that is no plea to come again. Tries are bounded in number and by the deadline."""
        for tried in range(1, TRIES + 1):
            try:
                answered = self._poster.post(body, self._headers(), deadline)
            except NoAnswerYet:
                if not self._waited(tried, None, deadline):
                    raise
            else:
                if answered.status not in _AGAIN:
                    return answered
                if not self._waited(tried, answered.wait, deadline):
                    break
        raise ModelFailed(f"{self._poster.host} is too busy or broken. Run again later.")

    def _waited(self, tried: int, asked: float | None, deadline: float) -> bool:
        """Wait before another try, unless there is to be none."""
        wait = min(self.pause * 2 ** (tried - 1) if asked is None else asked, _LONGEST_PAUSE)
        if tried == TRIES or time.monotonic() + wait >= deadline:
            return False
        time.sleep(wait)
        return True

    def _headers(self) -> dict[str, str]:
        said = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "cairn"}
        return {**said, "Authorization": f"Bearer {self._key}"} if self._key else said

    def _words(self, answered: Answered) -> str:
        if answered.status in (401, 403):
            raise ModelFailed(f"{self._poster.host} refuses the key. Check {KEY}.")
        if answered.status != 200:
            raise ModelFailed(f"{self._poster.host} answers {answered.status}. Check the model’s name there.")
        return words_of(answered.body)
