"""Numbers in digits and words, read off the tokens of a sentence."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.measure.tokens import Tokens

__all__ = ["Numeral", "read_numeral"]

# "Several" is more than two and not yet a round ten; "a few" sits lower.
LARGEST_SHARE = 100
SEVERAL = (3.0, 9.0)
A_FEW = (2.0, 5.0)
# "1b" and "2t" are parts of names but for money.
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# "2m in a day" and "3m deep" are metres, "2m users" are millions.
_AFTER_METRES = frozenset(
    {"in", "away", "from", "deep", "long", "high", "tall", "wide", "above", "below", "by", "across"}
)
_MONEY_SUFFIXES = frozenset({"b", "t"})
# "Half the voters" and "cut by more than half", but not "half a century" and "the first half".
_WHOLE_LEADS = frozenset({"of", "the", "its", "their", "his", "her", "our", "all"})
_SHARE_LEADS = frozenset({"than", "by", "nearly", "almost", "about", "over", "roughly", "in"})
_SMALL_COUNTS = {"several": SEVERAL, "few": A_FEW, "couple": (2.0, 2.0)}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number without its bound; ``high`` is None where it is open ("dozens")."""

    low: float
    high: float | None
    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    in_digits: bool = False
    is_plain: bool = False
    """Digits alone: no comma, point, scale or sign, so that it may be a year or a name."""
    is_vague: bool = False
    is_fraction: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two different ends."""
        return self.high is not None and self.low != self.high


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """Return the longest number that begins with the token at *at*, or None."""
    for reader in (_fraction, _vague, _small_count, _digits, _words):
        found = reader(tokens, at)
        if found is not None:
            return found
    return None


def _digits(tokens: Tokens, at: int) -> Numeral | None:
    token = tokens[at]
    if token.kind != "number":
        return None
    if tokens[at + 1].lower in ("in", "out") and tokens[at + 3].lower.endswith("s"):
        share = _share_in_digits(tokens, at)
        if share is not None:
            return share
    value, end = float(token.text.replace(",", "")), at + 1
    plain = token.text.isdigit()
    suffix = tokens[end].lower if tokens.touch(end) else ""
    if suffix in _HALVES:
        return Numeral(value + _HALVES[suffix], value + _HALVES[suffix], at, end + 1, in_digits=True)
    if suffix == "m" and tokens[at - 1].kind == "word" and tokens[end + 1].lower in _AFTER_METRES:
        return Numeral(value, value, at, end, in_digits=True)
    if suffix in pairs_of("number_suffixes") and not (suffix in _MONEY_SUFFIXES and tokens[at - 1].kind != "sign"):
        value, end, plain = value * float(pairs_of("number_suffixes")[suffix]), end + 1, False
    else:
        scaled = _scale(tokens, end)
        if scaled is not None:
            value, end, plain = value * scaled[0], scaled[1], False
    value = round(value, 6)
    return Numeral(value, value, at, end, in_digits=True, is_plain=plain)


def _share_in_digits(tokens: Tokens, at: int) -> Numeral | None:
    """Read "1 in 5 adults", but not "2 in 3 days" nor "9 in 2017"."""
    part, whole = tokens[at].text, tokens[at + 2].text
    if not (part.isdigit() and whole.isdigit() and int(part) < int(whole) <= LARGEST_SHARE):
        return None
    if tokens[at + 3].lower in pairs_of("units"):
        return None
    return Numeral(int(part) / int(whole), int(part) / int(whole), at, at + 3, is_fraction=True)


def _scale(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Return the product of the scale words at *at* ("hundred thousand"), and where they end."""
    product, end = 1.0, at
    while True:
        word = end + 1 if tokens[end].text == "-" and tokens.touch(end) and tokens.touch(end + 1) else end
        if tokens[word].lower not in pairs_of("number_scales") or tokens[word].lower == "score":
            break
        product, end = product * float(pairs_of("number_scales")[tokens[word].lower]), word + 1
    return (product, end) if end > at else None


def _words(tokens: Tokens, at: int) -> Numeral | None:
    """Read "two", "twenty-five", "a hundred and twenty thousand", "half a million", "a dozen"."""
    total, group, end, seen = 0.0, 0.0, at, False
    if tokens[at].lower in ("a", "an") and _scale(tokens, at + 1):
        group, end = 1.0, at + 1
    while True:
        word = tokens[end].lower
        if word in pairs_of("cardinals"):
            if seen and not _continues(tokens, end, group):
                break
            group, end, seen = group + float(pairs_of("cardinals")[word]), end + 1, True
        elif word in pairs_of("number_scales") and (seen or group):
            factor = float(pairs_of("number_scales")[word])
            if factor > 100:
                total, group = total + group * factor, 0.0
            else:
                group *= factor
            end, seen = end + 1, True
        elif seen and word in ("and", "-") and _carries_on(tokens, end, total, group):
            end += 1
        else:
            break
    if not seen:
        return None
    return Numeral(total + group, total + group, at, end)


def _continues(tokens: Tokens, at: int, group: float) -> bool:
    """Tell whether the number word at *at* adds to *group*: "twenty five", "hundred five"."""
    value = float(pairs_of("cardinals")[tokens[at].lower])
    return (group % 100 == 0 and group >= 100) or group == 0 or (group % 100 >= 20 and group % 10 == 0 and value < 10)


def _carries_on(tokens: Tokens, at: int, total: float, group: float) -> bool:
    """Tell whether "and" or a hyphen at *at* joins two parts of one number."""
    following = tokens[at + 1].lower
    if tokens[at].text == "-":
        joined = tokens.touch(at) and tokens.touch(at + 1)
        if following in pairs_of("number_scales"):
            return joined
        return joined and following in pairs_of("cardinals") and group % 10 == 0 and group % 100 >= 20
    return following in pairs_of("cardinals") and ((group >= 100 and group % 100 == 0) or (group == 0 and total > 0))


def _vague(tokens: Tokens, at: int) -> Numeral | None:
    """Read "dozens", "tens of thousands", "hundreds of thousands"; a ten of a scale has a last value."""
    word, lows = tokens[at].lower, pairs_of("vague_numbers")
    outer = {"tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0}.get(word)
    inner = tokens[at + 2].lower
    if outer is not None and tokens[at + 1].lower == "of" and inner in lows and inner not in ("dozens", "scores"):
        scale = float(lows[inner]) / 2
        ceiling = {"tens": 100.0, "hundreds": 1000.0}.get(word)
        high = ceiling * scale - 1 if ceiling else None
        return Numeral(outer * scale, high, at, at + 3, is_vague=True)
    if word in lows and tokens[at - 1].kind != "number":
        return Numeral(float(lows[word]), None, at, at + 1, is_vague=True)
    return None


def _small_count(tokens: Tokens, at: int) -> Numeral | None:
    """Read "several hundred", "a few dozen", "a couple of thousand"; without a scale it is no figure."""
    start = at
    if tokens[at].lower == "a" and tokens[at + 1].lower in ("few", "couple"):
        at += 1
    ends = _SMALL_COUNTS.get(tokens[at].lower)
    if ends is None:
        return None
    after = at + 2 if tokens[at + 1].lower == "of" else at + 1
    scaled = _scale(tokens, after)
    if scaled is None and tokens[after].lower in ("hundreds", "thousands", "dozens", "millions"):
        scaled = float(pairs_of("vague_numbers")[tokens[after].lower]) / 2, after + 1
    if scaled is None:
        return None
    return Numeral(ends[0] * scaled[0], ends[1] * scaled[0], start, scaled[1], is_vague=True)


def _fraction(tokens: Tokens, at: int) -> Numeral | None:
    """Read "half", "two-thirds of", "a quarter of", "one in five", "half a million"; ordinals are none."""
    word, parts = tokens[at].lower, pairs_of("fractions")
    if word == "half":
        return _half(tokens, at)
    count = 1.0 if word in ("a", "an") else float(pairs_of("cardinals").get(word, 0))
    if not count:
        return None
    joint = at + 2 if tokens[at + 1].text == "-" else at + 1
    if tokens[joint].lower in parts and count < 10:
        is_part = tokens[joint + 1].lower == "of" or tokens[joint].lower in ("thirds", "quarters", "fifths", "tenths")
        if is_part:
            value = count * float(parts[tokens[joint].lower])
            scale = _scale(tokens, joint + 3) if tokens.words(joint + 1, joint + 3) == "of a" else None
            if scale is not None:  # "a quarter of a million"
                return Numeral(value * scale[0], value * scale[0], at, scale[1])
            return Numeral(value, value, at, joint + 1, is_fraction=True)
    return _one_in_five(tokens, at, count)


def _one_in_five(tokens: Tokens, at: int, count: float) -> Numeral | None:
    """Read "one in five" and "two out of three"."""
    if tokens[at].lower in ("a", "an"):
        return None
    whole_at = at + 3 if tokens.words(at + 1, at + 3) == "out of" else at + 2
    whole = float(pairs_of("cardinals").get(tokens[whole_at].lower, 0))
    if tokens[at + 1].lower in ("in", "out") and count < whole:
        return Numeral(count / whole, count / whole, at, whole_at + 1, is_fraction=True)
    return None


def _half(tokens: Tokens, at: int) -> Numeral | None:
    scale = _scale(tokens, at + 2) if tokens[at + 1].lower == "a" else None
    if scale is not None:
        return Numeral(scale[0] / 2, scale[0] / 2, at, scale[1])
    before, after = tokens[at - 1].lower, tokens[at + 1]
    is_share = after.lower in _WHOLE_LEADS or (before in _SHARE_LEADS and after.kind == "sign" and after.text != "-")
    if is_share:
        return Numeral(0.5, 0.5, at, at + 1, is_fraction=True)
    return None
