from stemma.model import Source, SourceKind
from stemma.resolve.doubting import doubt_sources


def named(id: str, name: str, kind: SourceKind = SourceKind.PERSON, party: str | None = None) -> Source:
    return Source(id, name, kind, (name,), None, party)


def asked(*sources: Source) -> list[tuple[str, ...]]:
    return [doubt.about for doubt in doubt_sources(sources)]


def test_a_bare_surname_may_be_anybody_who_bears_it():
    assert asked(named("s1", "Ilse Brandt"), named("s2", "Brandt"), named("s3", "Paul Hale")) == [("s1", "s2")]


def test_two_full_names_with_a_slip_may_be_one():
    assert asked(named("s1", "Oleg Marchenko"), named("s2", "Oleh Marchenko")) == [("s1", "s2")]
    assert asked(named("s1", "Oleg Marchenko"), named("s2", "Irina Marchenko")) == []


def test_a_ministry_is_not_asked_to_be_the_state_that_it_speaks_for():
    ministry = named("s1", "Ministry of Vesland", SourceKind.GOVERNMENT, party="s2")
    assert asked(ministry, named("s2", "Vesland", SourceKind.GOVERNMENT)) == []


def test_what_is_called_by_no_name_is_not_asked_about():
    assert asked(named("s1", "officials", SourceKind.GROUP), named("s2", "the officials", SourceKind.GROUP)) == []


def test_the_order_of_sources_does_not_matter():
    sources = [named("s1", "Ilse Brandt"), named("s2", "Brandt"), named("s3", "Ilsa Brandt")]
    assert doubt_sources(sources) == doubt_sources(sources[::-1])
