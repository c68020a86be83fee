"""What a page adds around a report is told apart from it."""

from time import process_time

from cairn.extract.furniture import furniture
from cairn.extract.read import read
from cairn.values import ReportText


def kept(text):
    for start, end in reversed(furniture(text)):
        text = text[:start] + text[end:]
    return text


def test_reactions_and_comments_are_the_pages():
    text = (
        "Shells killed two men in the market.All reactions:5612 commentsLikeCommentMithal Someone: ten died!"
    )
    assert kept(text) == "Shells killed two men in the market."


def test_a_commenters_count_is_no_claim():
    text = "Shells killed two men in the market.\nAll reactions:\n56\nNo, twenty men were killed there!"
    counts = [claim.count.max for claim in read(ReportText("1", text, language="eng")).claims if claim.count]
    assert counts == [2]


def test_buttons_and_counts_are_the_pages():
    assert (
        kept("Embed Tweet\nShells killed two men.\n12 likes\nBack to top ↑").strip()
        == "Shells killed two men."
    )


def test_a_title_told_again_is_the_pages():
    title = "Shells kill two men in the market"
    assert kept(f"{title}\n{title}\nIt was on Friday.").count(title) == 1


def test_a_list_of_links_ends_where_a_paragraph_begins():
    paragraph = "The shells fell " + "in the market of the town where people had come to buy bread " * 3
    text = f"{paragraph}\nRelated news\nTen killed elsewhere\nFive killed there\n{paragraph} again"
    assert "elsewhere" not in kept(text)
    assert kept(text).count("The shells fell") == 2


def test_names_in_a_list_are_not_links():
    text = "The dead:\nAnwar Mithali\nSalma Mithali\nRim Mithali\nNur Mithali\nHadi Mithali\nZad Mithali"
    assert furniture(text) == ()


def test_arabic_pages_have_furniture_too():
    assert kept("قصف على السوق\nمقالات ذات صلة\nخبر آخر عن مدينة أخرى").strip() == "قصف على السوق"


def test_what_stands_before_and_after_a_report_is_another():
    paragraph = "أصاب القصف السوق " + "في البلدة حيث كان الناس يشترون الخبز " * 4
    assert "البلدة" in kept(f"الرئيسية\nالسابق\nالتالي\nقصف على السوق\nأصيب رجل في البلدة\n{paragraph}")
    assert "حلب" not in kept(f"{paragraph}\nالسابق\nعشرة قتلى في حلب\nالتالي\nخمسة قتلى في حلب")


def test_the_name_of_a_page_is_the_pages_where_it_begins_a_line_or_follows_a_dash():
    name = "Mithaliyah today"
    text = f"Two people ... - {name}\nFacebook\u200e{name}\u200e's Post\n\n{name}May 2, 2016 · {name} was hit"
    assert kept(text).endswith(f"May 2, 2016 · {name} was hit")
    assert kept(text).count(name) == 1


def test_the_name_of_an_account_is_no_part_of_its_post():
    text = "Post\n\nPost\n\nMithaliyah Martyrs@mithaliyah1Shells fell on the market\n2:20 PM · May 2, 2016"
    assert "Martyrs" not in kept(text)
    assert "Shells fell on the market" in kept(text)


def test_a_hundred_thousand_digits_are_read_in_no_time():
    started = process_time()
    furniture("1" * 100_000)
    assert process_time() - started < 2
