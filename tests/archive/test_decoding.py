"""Texts arrive in many encodings, and not all of them say so, or say so truly."""

from __future__ import annotations

import os
import random

import pytest

from cairn.archive.decoding import clean, decode
from cairn.exceptions import BadInput

ARABIC = "قُتل ثلاثة مدنيين، بينهم طفلة، في غارة جوية على بلدة الزعفران يوم الجمعة، وفق مصدر طبي."
RUSSIAN = "В результате обстрела села погибли три мирных жителя, сообщили местные власти. Ранены семеро."
UKRAINIAN = "Внаслідок обстрілу села загинули троє мирних жителів, повідомила місцева влада."
TURKISH = "Hava saldırısında üç sivil öldü, yerel kaynaklar açıkladı; ağır yaralılar hastaneye götürüldü."
FRENCH = "Trois civils ont été tués à l'aube près du marché, a déclaré une source médicale."
SPANISH = "Tres niños murieron en el ataque según fuentes médicas de la región."
HEBREW = "שלושה אזרחים נהרגו בתקיפה אווירית על הכפר ביום שישי, כך נמסר."


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN, TURKISH, FRENCH, "plain words"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_as_it_says(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (UKRAINIAN, "windows-1251"),
        (TURKISH, "windows-1254"),
        (FRENCH, "windows-1252"),
        (SPANISH, "windows-1252"),
        (HEBREW, "windows-1255"),
    ],
)
def test_an_encoding_that_is_not_declared_is_known_by_the_look_of_its_words(text, encoding):
    found = decode(text.encode(encoding))
    assert found.text == text
    assert "does not say" in found.remark


def test_what_is_declared_counts_for_more_than_the_look():
    assert decode("żółw".encode("iso-8859-2"), "iso-8859-2").text == "żółw"


def test_a_false_declaration_gives_way_to_the_bytes():
    assert decode(ARABIC.encode("windows-1256"), "utf-8").text == ARABIC
    assert decode(ARABIC.encode(), "no-such-encoding").text == ARABIC


def test_a_fault_in_utf_8_costs_only_itself():
    broken = (ARABIC * 10).encode().replace("طفلة".encode(), "طف".encode() + b"\xd9", 1)
    found = decode(broken)
    assert found.encoding == "utf-8"
    assert clean(found.text).count("�") == 1
    assert "not text" in found.remark


def test_a_place_in_the_text_is_a_place_in_the_bytes():
    for encoding in ("utf-8-sig", "utf-16", "windows-1256"):
        body = ARABIC.encode(encoding)
        found = decode(body)
        assert body[found.byte_offset(5) :].startswith(ARABIC[5:].encode(found.encoding))


def test_a_few_strange_bytes_in_plain_words_do_not_cost_the_report():
    found = decode(
        b"Two people were killed at the mill on Friday \x80\x9d\x8d\x81 a doctor said on the telephone."
    )
    assert "Two people were killed" in found.text and found.remark


def test_noise_is_no_text():
    with pytest.raises(BadInput, match="save it as text in UTF-8"):
        decode(random.Random(3).randbytes(3000))


def test_noise_of_any_length_never_breaks_the_reader():
    for length in range(0, 400, 7):
        try:
            assert isinstance(decode(os.urandom(length)).text, str)
        except BadInput as refusal:
            assert "text" in str(refusal)


def test_clean_text_has_as_many_characters_as_before():
    faulty = "a\x00b\udcffc"
    assert clean(faulty) == "a�b�c"


@pytest.mark.parametrize("encoding", ["base64", "rot13", "zlib", "hex", "punycode", "idna", "unicode_escape"])
@pytest.mark.parametrize("body", [b"Two people were killed.", FRENCH.encode("windows-1252")])
def test_what_is_declared_and_is_no_encoding_of_text_is_not_believed(encoding, body):
    assert decode(body, encoding).text == decode(body).text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_cut_off_in_the_middle_of_a_character_is_read_up_to_there(encoding):
    whole = ("\ufeff" + ARABIC).encode(encoding)
    found = decode(whole[:-1])
    assert clean(found.text) == ARABIC[:-1] + "�"
    assert found.remark
    assert found.byte_offset(len(ARABIC) - 1) == len(whole) - 2
