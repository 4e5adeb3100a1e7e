from dataclasses import replace

from stemma.model import Brief, Source, SourceKind
from stemma.part import join
from tests.factories import ferry_fire, make_document


def heard(document: str, **fields: object) -> Brief:
    source = Source("s1", "Ada Brenn", SourceKind.PERSON, ("Ada Brenn",))
    return Brief((make_document(document, "Title\nText."),), sources=(replace(source, **fields),))


def test_the_brief_of_one_story_is_left_as_it_is():
    brief = ferry_fire()
    assert join([brief]) is brief


def test_no_stories_make_an_empty_brief():
    assert join([]) == Brief(())


def test_the_order_of_stories_does_not_matter():
    one, other = ferry_fire(), heard("zz")
    assert join([one, other]) == join([other, one])
    assert len(join([one, other]).documents) == len(one.documents) + 1


def test_who_is_heard_in_two_stories_is_one_source_under_all_names():
    brief = join([heard("a", aliases=("Brenn",), role="harbour master"), heard("b", aliases=("Ada Brenn",))])
    assert brief.sources == (Source("s1", "Ada Brenn", SourceKind.PERSON, ("Ada Brenn", "Brenn"), "harbour master"),)


def test_what_most_stories_say_of_a_source_holds():
    party = [heard("a", party="x"), heard("b", party="y"), heard("c", party="y"), heard("d")]
    assert [source.party for source in join(party).sources] == ["y"]
