"""What of a report tells which incident it speaks of."""

from dataclasses import replace

from cairn.link.traits import AS_PLACED, traits_of
from cairn.link.wording import LEAD, OPENING
from tests.link.worlds import made_world


def rarity_of_its_town(reports):
    """Of a town that one report names, in a ledger in which every other names another town."""
    first = made_world(1, 0.0).evidence[0]
    places = [first] + [_elsewhere(first, n) for n in range(reports)]
    return next(iter(traits_of(places)[0].places.values()))


def _elsewhere(each, n):
    place = replace(each.reading.place, id=f"elsewhere {n}")
    reading = replace(each.reading, place=place, places=(place,))
    return replace(each, report=replace(each.report, id=f"e{n}"), reading=reading)


def test_a_town_says_more_among_many_towns_than_among_few():
    assert rarity_of_its_town(200) > rarity_of_its_town(20)


def test_a_town_says_no_more_in_a_very_large_ledger():
    assert rarity_of_its_town(2 * AS_PLACED) == rarity_of_its_town(AS_PLACED)


def test_a_town_that_all_name_says_nothing_for_it():
    told = made_world(1, 0.0).evidence[0]
    same = [replace(told, report=replace(told.report, id=str(n))) for n in range(AS_PLACED + 10)]
    assert set(traits_of(same)[0].places.values()) == {0.0}


def test_the_ages_in_a_report_are_among_its_traits():
    told = made_world(1, 0.0).evidence[0]
    aged = replace(told, report=replace(told.report, text="A 7-year-old and Omar Dahan, 41, were hurt."))
    assert traits_of([aged])[0].ages == {7, 41}


def test_a_suspect_whose_age_is_told_is_among_the_people_of_a_report():
    told = made_world(1, 0.0).evidence[0]
    court = replace(told, report=replace(told.report, text="Omar Dahan, 41, was charged on Marl Street."))
    assert traits_of([court])[0].people == {("mr", "dhn"), *traits_of([told])[0].people}
    assert traits_of([court])[0].streets == {"marl"}


def titled(text):
    told = made_world(1, 0.0).evidence[0]
    report = replace(told.report, title="The horses of Marl", text=text)
    both = [replace(told, report=replace(report, id=str(n))) for n in range(2)]
    return traits_of(both)[0].title


def test_of_a_title_the_rare_words_tell():
    title = titled("the day of rain " * LEAD)
    assert "marl" in title and not {"the", "of"} & {*title}


def test_a_title_adds_nothing_to_a_post_that_says_no_more():
    assert titled("Horses were seen in Marl.") == ()


def test_a_rare_word_opens_a_report_only_where_it_begins_with_it():
    told = made_world(1, 0.0).evidence[0]
    text = " ".join(["hawthorn", *["and"] * OPENING, "juniper"])
    both = [replace(told, report=replace(told.report, id=str(n), text=text)) for n in range(2)]
    assert {"hawthorn", "juniper"} <= traits_of(both)[0].rare
    assert traits_of(both)[0].opening == {"hawthorn"}
