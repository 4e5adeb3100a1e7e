"""Numbers in words and digits, read off the tokens of a sentence."""

from stemma.lexicon import pairs_of
from stemma.measure.articles import read_article
from stemma.measure.digits import read_digits
from stemma.measure.fractions import read_fraction
from stemma.measure.numeral import Numeral, read_half, read_scale
from stemma.measure.tokens import Tokens

__all__ = ["read_numeral"]

SEVERAL = (3.0, 9.0)
A_FEW = (2.0, 5.0)
_SMALL_COUNTS = {"several": SEVERAL, "few": A_FEW, "couple": (2.0, 2.0)}


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """Return the longest number that begins with the token at *at*, or None."""
    for reader in (read_fraction, _vague, _small_count, read_digits, _words, read_article):
        found = reader(tokens, at)
        if found is not None:
            return found
    return None


def _words(tokens: Tokens, at: int) -> Numeral | None:
    """Read "two", "twenty-five", "a hundred and twenty thousand", "half a million", "a dozen"."""
    total, group, end, seen = 0.0, 0.0, at, False
    if tokens[at].lower in ("a", "an") and read_scale(tokens, at + 1):
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
    value = total + group
    half = read_half(tokens, end)
    if half is not None:  # "two and a half", "two and a half million"
        scale = read_scale(tokens, half[1])
        factor, end = scale if scale is not None else (1.0, half[1])
        value = (value + half[0]) * factor
    return Numeral(value, value, at, end)


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
        end = at + 3 if tokens.words(at + 1, at + 3) == f"and {word}" else at + 1  # "thousands and thousands"
        return Numeral(float(lows[word]), None, at, end, is_vague=True)
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
    scaled = read_scale(tokens, after)
    if scaled is None and tokens[after].lower in ("hundreds", "thousands", "dozens", "millions"):
        scaled = float(pairs_of("vague_numbers")[tokens[after].lower]) / 2, after + 1
    if scaled is None:
        return None
    return Numeral(ends[0] * scaled[0], ends[1] * scaled[0], start, scaled[1], is_vague=True)
