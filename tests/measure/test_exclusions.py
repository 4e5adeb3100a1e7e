"""Numbers that are no figures."""

import pytest

from stemma.measure import measure
from tests.factories import make_document


@pytest.mark.parametrize(
    "body",
    [
        "It happened in 2017.",
        "The 2016 elections were fair.",
        "The war of 1983-2005 ended.",
        "They met on Nov. 10, 2011.",
        "They met on December 14 and 15.",
        "They met on 3 May.",
        "It began at 3 p.m. and ended at 16:40.",
        "It began at 10:30 a.m.",
        "Mr. Tarp, 41, was there.",
        "The 41-year-old was there.",
        "She is 41 years old.",
        "He is aged 41.",
        "Registration Number: 130349.",
        "Anyone over the age of 18 may join.",
        "They met on lap 20 and sat in aisle 14.",
        "Good news for Pixel 2 users came.",
        "Her daughters, ages 11 and 15, left.",
        "The S-400 and the T-72 were sold.",
        "They drove a BMW 330Li.",
        "He joined the 24th Battalion.",
        "They won 3-1.",
        "The court ruled 5-4.",
        "See page 12.",
        "They invoked Article 5.",
        "He flew on a Boeing 737.",
        "SpaceX flew a Falcon 9 rocket.",
        "Leaders of the Group of Seven met.",
        "Leaders of the Group of 20 met.",
        "It was the second attack.",
        "The two countries agreed.",
        "It happened two days ago.",
        "It rained in the last three days.",
        "It grew in the 1990s.",
        "They work 24/7.",
        "Call 0207 782 4368 now.",
        "He lives at 16 Arlian Avenue.",
        "One of the men left.",
        "One day it will rain.",
        "No one is above the law.",
        "A two-way street.",
        "The 777 had left.",
        "The G20 and the P5+1 met.",
        "The suspect, 28, fled.",
    ],
)
def test_this_is_no_figure(body: str) -> None:
    assert [f.text for f in measure(make_document("d1", f"A title\n{body}"), ())] == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("On Monday 12 people died.", "12 people"),
        ("In 2017 they sold 2000 goats.", "2000 goats"),
        ("In Orlo 5 men left.", "5 men"),
        ("The 12,000 guards left.", "12,000 guards"),
        ("He served for 30 years.", "30 years"),
        ("At least one bomb fell.", "At least one bomb"),
        ("One soldier was killed.", "One soldier"),
        ("The 48-page ruling came.", "48-page ruling"),
        ("Arlia's 24 regions voted.", "24 regions"),
        ("A magnitude 6.3 quake hit.", "6.3"),
        ("He was jailed for 4½ years.", "4½ years"),
    ],
)
def test_this_is_a_figure(body: str, text: str) -> None:
    assert [f.text for f in measure(make_document("d1", f"A title\n{body}"), ())] == [text]


@pytest.mark.parametrize("body", ["Photo 3 of 25 photos: the pier.", "Hide Caption 20 of 25 Photos: a barge."])
def test_the_counter_of_a_gallery_is_no_figure(body: str) -> None:
    assert measure(make_document("d1", f"A title\n{body}"), ()) == ()


def test_a_generation_of_networks_is_no_weight() -> None:
    found = measure(make_document("d1", "A title\nThe 5G network came with 5g of gold."), ())
    assert [figure.unit for figure in found] == ["g"]
