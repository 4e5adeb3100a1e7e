"""Invented people, bodies and outlets."""

import re
from random import Random

from benchmarks.trees.stock import names
from benchmarks.trees.story import Origin, Outlet, Role

__all__ = ["make_origin", "make_outlets", "make_person", "make_slots", "respell"]


def make_slots(random: Random) -> dict[str, str]:
    """Return the places of a case by slot."""
    country, demonym, capital = random.choice(names()["countries"])
    town, other = random.sample(names()["towns"], 2)
    return {"country": country, "demonym": demonym, "capital": capital, "town": town, "town2": other}


def make_person(random: Random) -> tuple[str, str, bool]:
    """Return a given name, a surname and whether she is a woman."""
    is_woman = random.random() < 0.5
    given = random.choice(names()["given_female" if is_woman else "given_male"])
    return given, random.choice(names()["roots"]) + random.choice(names()["endings"]), is_woman


def respell(name: str) -> str:
    """Return *name* as another house writes it, or as it is where the spellings agree."""
    for one, other in names()["spellings"]:
        if re.search(one, name):
            return re.sub(one, other, name)
    return name


def make_outlets(random: Random, slots: dict[str, str], count: int) -> list[Outlet]:
    """Return *count* outlets with different names, most called as papers are."""
    found: dict[str, Outlet] = {}
    while len(found) < count:
        town = random.choice(names()["towns"])
        name = f"{town} {random.choice(names()['papers'])}"
        if random.random() < 0.3:
            name = random.choice(names()["others"]).format(**slots | {"town": town})
        elif random.random() < 0.4:
            name = f"the {name}"
        key = name.removeprefix("the ")
        found.setdefault(key, Outlet(name, random.random() < 0.3, random.random() < 0.3))
    return list(found.values())


def make_origin(random: Random, id: str, role: Role, slots: dict[str, str], taken: set[str]) -> Origin:
    """Return an origin of *role* whose body is not *taken*, which then is."""
    while True:
        origin, body = _MAKERS[role](random, id, slots)
        if body not in taken:
            taken.add(body)
            return origin


def _official(random: Random, id: str, slots: dict[str, str]) -> tuple[Origin, str]:
    given, surname, is_woman = make_person(random)
    spokes, person = ("spokeswoman", "She") if is_woman else ("spokesman", "He")
    portfolio = random.choice(names()["portfolios"])
    body, full = f"the {portfolio} Ministry", f"{given} {surname}"
    first = (
        f"{portfolio} Ministry {spokes} {full}",
        f"{full}, a {spokes} for {body},",
        f"{slots['demonym']} {portfolio} Ministry {spokes} {full}",
    )
    if random.random() < 0.3:
        first = (f"{portfolio} Minister {full}", f"{full}, the {portfolio.lower()} minister,", f"Minister {full}")
    called = (full, surname, *first, body, f"{slots['demonym']} {body.removeprefix('the ')}", f"the {spokes}")
    return _person(id, Role.OFFICIAL, first, called, surname, person), portfolio


def _person(id: str, role: Role, first: tuple[str, ...], called: tuple[str, ...], surname: str, he: str) -> Origin:
    other = respell(surname)
    accepted = tuple(dict.fromkeys((*called, *(name.replace(surname, other) for name in called))))
    return Origin(id, role, first, (surname,), accepted, (surname, other), he)


def _body(random: Random, id: str, slots: dict[str, str]) -> tuple[Origin, str]:
    body = random.choice(names()["bodies"]).format(**slots)
    short = body.removeprefix("the ").removeprefix(f"{slots['town']} ")
    later = (short,) if short == "police" else (f"the {short.split()[-1]}", body)
    called = (body, short, *later, f"the {slots['town']} {short}")
    return Origin(id, Role.BODY, (body,), later, called, says_plural=short == "police"), short


def _watcher(random: Random, id: str, slots: dict[str, str]) -> tuple[Origin, str]:
    body = random.choice(names()["groups"]).format(**slots | {"root": random.choice(names()["roots"])})
    bare = body.removeprefix("the ")
    described = random.choice(names()["described"])
    later = (body, f"the {bare}" if body != bare else bare)
    return Origin(id, Role.WATCHER, (f"{body}, {described},", body), later, (body, bare, described, "the group")), bare


def _paper(random: Random, id: str, slots: dict[str, str]) -> tuple[Origin, str]:
    body = random.choice(names()["bodies"]).format(**slots)
    words = random.choice(names()["documents"]).format(body=body)
    noun = words.split(" of ")[0].split(" by ")[0].split(" from ")[0].split()[-1]
    short = body.removeprefix("the ").removeprefix(f"{slots['town']} ")
    later = (f"the {noun}",)
    return Origin(
        id, Role.PAPER, (words,), later, (words, f"the {noun}", f"a {noun}", f"an {noun}", body, short)
    ), short


def _local(random: Random, id: str, slots: dict[str, str]) -> tuple[Origin, str]:
    given, surname, is_woman = make_person(random)
    full, job = f"{given} {surname}", random.choice(names()["jobs"])
    first = (f"{full}, a {job} from {slots['town']},", f"{job} {full}", f"{full}, who lives in {slots['town']},")
    return _person(id, Role.LOCAL, first, (full, surname, *first), surname, "She" if is_woman else "He"), surname


_MAKERS = {Role.OFFICIAL: _official, Role.BODY: _body, Role.WATCHER: _watcher, Role.PAPER: _paper, Role.LOCAL: _local}
