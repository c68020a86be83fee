"""A model is asked within bounds, whatever answers at its address."""

from __future__ import annotations

import gc
import gzip
import ssl
import subprocess
import time
import warnings

import pytest

from cairn.exceptions import ModelFailed
from cairn.extract.by_model.question import question_on
from cairn.model.chat import GIVEN_UP_AFTER, TRIES, Model
from cairn.model.post import LARGEST
from cairn.model.setting import ModelSetting
from cairn.values import Question, ReportText
from tests.model.service import Service, completion, saying, serving, status

QUESTION = question_on(ReportText("1", "Three people were killed in Testabad."), 1000)


def model(service: Service, seconds: float = 20.0, key: str = "") -> Model:
    return Model(ModelSetting(service.address, "small-test", seconds), key, pause=0.001)


def failure(service: Service, seconds: float = 20.0, question: Question = QUESTION) -> str:
    with pytest.raises(ModelFailed) as failed:
        model(service, seconds)(question)
    return str(failed.value)


def test_the_words_of_the_answer_come_back():
    with serving(saying("words")) as service:
        assert model(service)(QUESTION) == "words"


def test_a_report_is_sent_alone_as_a_message_and_no_tool_is_offered():
    with serving(saying("words")) as service:
        model(service)(QUESTION)
    (asked,) = service.asked
    assert asked.path == "/v1/chat/completions"
    assert [each["role"] for each in asked.body["messages"]] == ["system", "user"]
    assert "Three people were killed" in asked.body["messages"][1]["content"]
    assert "tools" not in asked.body and "functions" not in asked.body
    assert asked.body["response_format"]["json_schema"]["strict"] is True


def test_the_key_is_sent_to_the_address_and_only_where_there_is_one():
    with serving(saying("words")) as service:
        model(service, key="secret-1")(QUESTION)
        model(service)(QUESTION)
    assert [asked.headers.get("Authorization") for asked in service.asked] == ["Bearer secret-1", None]


@pytest.mark.parametrize("code", [400, 422, 501])
def test_a_service_that_cannot_keep_to_a_form_is_asked_plainly_from_then_on(code):
    with serving(status(code), saying("plain")) as service:
        asker = model(service)
        assert [asker(QUESTION), asker(QUESTION)] == ["plain", "plain"]
    assert ["response_format" in asked.body for asked in service.asked] == [True, False, False]
    assert '"claims"' in service.asked[1].body["messages"][0]["content"]


@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504])
def test_a_service_that_is_busy_is_asked_again(code):
    with serving(status(code), status(code, Retry_After="0"), saying("words")) as service:
        assert model(service)(QUESTION) == "words"


def test_a_service_that_stays_busy_is_asked_a_few_times_and_no_more():
    with serving(status(429)) as service:
        assert "too busy" in failure(service)
        assert len(service.asked) == TRIES


def test_a_wait_longer_than_the_time_there_is_is_not_waited():
    with serving(status(429, Retry_After="86400")) as service:
        began = time.monotonic()
        assert "too busy" in failure(service, seconds=5)
        assert time.monotonic() - began < 4


@pytest.mark.parametrize("wait", ["soon", "-1", "٣", "1e9", "Fri, 31 Dec 2027 23:59:59 GMT"])
def test_a_wait_that_is_no_number_is_not_obeyed(wait):
    def busy(handler):
        handler.wfile.write(f"HTTP/1.1 503 Busy\r\nRetry-After: {wait}\r\nContent-Length: 0\r\n\r\n".encode())

    with serving(busy, saying("words")) as service:
        assert model(service)(QUESTION) == "words"


def test_an_answer_that_never_comes_ends_with_the_time_there_is():
    with serving(lambda handler: handler.server.over.wait(30)) as service:
        began = time.monotonic()
        assert "did not answer in time" in failure(service, seconds=0.3)
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b"H"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n", b" "),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
    ids=["status", "continue", "header", "body", "chunk size", "chunks"],
)
def test_an_answer_that_drips_for_ever_ends_with_the_time_there_is(start, piece):
    def dripping(handler):
        handler.wfile.write(start)
        handler.drip(piece)

    with serving(dripping) as service:
        began = time.monotonic()
        assert failure(service, seconds=0.5)
        assert time.monotonic() - began < 5


def test_a_huge_answer_is_not_read_on():
    def flood(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(10**12))
        handler.end_headers()
        for _ in range(10_000):
            handler.wfile.write(b" " * LARGEST)

    with serving(flood) as service:
        assert "more than 1,000,000 bytes" in failure(service)


def test_a_packed_answer_is_not_unpacked():
    packed = gzip.compress(b" " * 100_000_000)
    assert len(packed) < LARGEST
    with serving(lambda handler: handler.say(200, packed, {"Content-Encoding": "gzip"})) as service:
        assert "no chat completion" in failure(service)


def test_the_report_is_not_sent_on_to_another_address():
    with serving(saying("words")) as elsewhere:
        with serving(status(307, Location=elsewhere.address + "/chat/completions")) as service:
            assert "does not follow" in failure(service)
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n{}",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"\x00\x01\x02\x03",
        b"",
    ],
    ids=["short body", "many headers", "long header", "length below nought", "status", "noise", "nothing"],
)
def test_broken_http_is_a_failure_of_one_sentence(raw):
    with serving(lambda handler: handler.wfile.write(raw)) as service:
        assert "\n" not in failure(service)


def test_two_lengths_of_one_body_are_a_failure_too():
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n{}"
    with serving(lambda handler: handler.wfile.write(raw)) as service, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # urllib3 leaves this one to the garbage collector
        assert "could not be asked" in failure(service)
        gc.collect()


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[]",
        b'"words"',
        b'{"choices": []}',
        b'{"choices": [{"message": {}}]}',
        b'{"choices": [{"message": {"content": null, "tool_calls": [{"function": {"name": "rm"}}]}}]}',
        b'{"choices": [{"message": {"content": {"claims": []}}}]}',
        b"[" * 200_000,
        b'{"choices": [' + b"9" * 100_000 + b"]}",
        completion("words", finish="length"),
        b"\xff\xfe",
    ],
)
def test_what_is_no_whole_completion_is_refused(body):
    with serving(lambda handler: handler.say(200, body)) as service:
        assert failure(service).count(". ") <= 2


@pytest.mark.parametrize(("code", "sentence"), [(401, "refuses the key"), (404, "answers 404")])
def test_a_refusal_says_what_to_look_at(code, sentence):
    with serving(status(code)) as service:
        assert sentence in failure(service)


def test_where_nothing_listens_the_sentence_says_so():
    with serving(saying("words")) as service:
        gone = model(service)
    with pytest.raises(ModelFailed, match="could not be asked"):
        gone(QUESTION)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for this machine that nobody vouches for, and its file."""
    folder = tmp_path_factory.mktemp("certificate")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    made += ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(
        [*made, "-keyout", folder / "key", "-out", folder / "cert"], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    return context, folder / "cert"


def over_tls(service: Service, seconds: float = 20.0) -> Model:
    address = service.address.replace("http:", "https:")
    return Model(ModelSetting(address, "small-test", seconds), "secret-1", pause=0.001)


def test_a_certificate_that_nobody_vouches_for_is_not_accepted(certificate):
    with serving(saying("words"), certificate=certificate[0]) as service:
        with pytest.raises(ModelFailed, match="certificate"):
            over_tls(service)(QUESTION)
        assert service.asked == []


def test_a_certificate_that_this_machine_trusts_is_accepted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with serving(saying("words"), certificate=certificate[0]) as service:
        assert over_tls(service)(QUESTION) == "words"


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_an_answer_that_drips_over_tls_ends_with_the_time_there_is(certificate, monkeypatch, start):
    def dripping(handler):
        handler.wfile.write(start)
        handler.drip(b"a")

    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with serving(dripping, certificate=certificate[0]) as service:
        began = time.monotonic()
        with pytest.raises(ModelFailed, match="in time"):
            over_tls(service, seconds=0.5)(QUESTION)
        assert time.monotonic() - began < 5


def test_a_model_elsewhere_is_asked_through_the_proxy_of_the_environment(monkeypatch):
    with serving(saying("words")) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
        elsewhere = Model(ModelSetting("http://models.internal/v1", "small-test", 20.0), pause=0.001)
        assert elsewhere(QUESTION) == "words"
        assert [asked.path for asked in proxy.asked] == ["http://models.internal/v1/chat/completions"]


def test_a_model_on_this_machine_is_asked_past_any_proxy(monkeypatch):
    with serving(saying("from the proxy")) as proxy, serving(saying("words")) as service:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
        assert model(service)(QUESTION) == "words"
        assert proxy.asked == []


def test_a_model_that_keeps_failing_is_given_up():
    with serving(status(404)) as service:
        asker = model(service)
        for _ in range(GIVEN_UP_AFTER + 3):
            with pytest.raises(ModelFailed):
                asker(QUESTION)
        assert asker.given_up
        assert len(service.asked) == GIVEN_UP_AFTER


def test_a_failure_now_and_then_does_not_add_up():
    with serving(*[status(404), saying("words")] * GIVEN_UP_AFTER, saying("words")) as service:
        asker = model(service)
        for _ in range(GIVEN_UP_AFTER):
            with pytest.raises(ModelFailed):
                asker(QUESTION)
            assert asker(QUESTION) == "words"
