from cairn.link.repeated import TOGETHER, shingles, without_repeated

MENU = ("home", "news", "sport", "weather", "about", "us", "log", "in", "subscribe")
NEWS = ("shells", "fell", "on", "the", "market", "of", "qarn", "this", "morning")
OTHER = ("a", "drone", "struck", "two", "brothers", "on", "the", "river", "road")
THIRD = ("nobody", "was", "hurt", "when", "the", "old", "bridge", "was", "hit")


def test_what_a_page_repeats_on_many_days_is_furniture():
    pages = [MENU + NEWS, MENU + OTHER, MENU + THIRD]
    assert without_repeated(pages, [0, 100, 200]) == [NEWS, OTHER, THIRD]


def test_a_wire_piece_printed_by_many_on_one_day_is_news():
    pages = [NEWS, NEWS, NEWS]
    assert without_repeated(pages, [5, 5, 6]) == pages


def test_a_background_told_again_once_is_kept():
    pages = [NEWS, OTHER + NEWS]
    assert without_repeated(pages, [0, 300]) == pages


def test_a_page_without_a_day_is_cleaned_but_proves_nothing():
    assert without_repeated([MENU + NEWS, MENU, MENU], [None, None, None])[0] == MENU + NEWS
    pages = [MENU + NEWS, MENU, MENU, MENU]
    assert without_repeated(pages, [None, 0, 100, 200]) == [NEWS, (), (), ()]


def test_a_text_shorter_than_a_row_has_no_rows():
    assert list(shingles(NEWS[: TOGETHER - 1])) == []
    assert len(list(shingles(NEWS))) == len(NEWS) - TOGETHER + 1
