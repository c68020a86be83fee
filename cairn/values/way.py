"""The way in which a sentence joins people and the harm done to them."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """What a claim's `rule` is made of: the way alone, or "denied: " before it, or ": part" behind it."""

    WERE_HARMED = "were harmed"  # "three were killed"
    HARMED_THEM = "harmed them"  # "killed three"
    HARMED = "harmed"  # "three killed"
    HARMED_WERE = "harmed were"  # "also killed were"
    HARMED_FURTHER_OFF = "harmed, further off"
    HARMED_ON_BOTH_SIDES = "harmed on both sides"
    HARMING_THEM = "harming them"  # "killing three"
    THEY_DIED = "they died"
    THEY_SUFFERED = "they suffered"  # "three suffered wounds"
    THE_HARM_OF = "the harm of"  # "the death of three"
    SO_MANY_HARMED = "so many harmed"  # "three dead"
    SEVERAL_OF_BOTH = "several of both harms"
    TOLL = "toll"  # "number of dead: 3"
    WERE_LEFT = "were left"  # "left three dead"
    AMONG_THOSE_HARMED = "among those harmed"
    OWN_WORD = "word for the harmed"  # "six martyrs", "casualties"
    DEADLY_EVENT = "word for a deadly event"  # "a fatal shooting"
    ONESELF = "themselves"  # "then killed himself"
    HE_OR_SHE = "he or she"
    ADDED_UP = "added up"  # "one killed here, two killed there"
    SAID_OTHERWISE = "said otherwise"  # "six were killed, others said eight"
    NOBODY_HARMED = "nobody harmed"
    ROLL = "named in a roll"
