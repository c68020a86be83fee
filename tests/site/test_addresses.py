"""Addresses work from a web server and from a disk alike."""

from cairn.site.addresses import file_names, in_language, list_and_number, numbered, page, slug, way


def test_links_are_relative_so_that_a_copied_folder_still_works():
    assert way("en/incident/N12.html", "en/index.html") == "../index.html"
    assert way("index.html", "en/index.html") == "en/index.html"
    assert way("en/index.html", page("en", "methodology#grades")) == "methodology.html#grades"


def test_a_page_has_the_same_address_in_the_other_language():
    assert in_language("en/incident/N12.html", "ar") == "ar/incident/N12.html"


def test_codes_that_differ_only_in_case_do_not_share_a_file():
    names = file_names(["CS808", "cs808"])
    assert len({name.lower() for name in names.values()}) == 2


def test_a_code_cannot_lead_out_of_its_folder():
    named = file_names(["../../etc/passwd", "a/b", ".."])
    assert not any("/" in name or name.startswith(".") for name in named.values())


def test_a_name_in_another_script_has_a_file_name_of_its_own():
    assert slug("قوات الوادي") != slug("قوات الجبل")


def test_the_first_page_of_a_list_bears_its_own_name():
    assert list_and_number(numbered("incidents/all", 1)) == ("incidents/all", 1)
    assert list_and_number(numbered("incidents/in-2017-05", 3)) == ("incidents/in-2017-05", 3)
