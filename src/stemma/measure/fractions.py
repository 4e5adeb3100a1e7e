"""Parts of one: "half of", "two-thirds", "one in five"."""

from stemma.lexicon import pairs_of
from stemma.measure.numeral import Numeral, read_scale
from stemma.measure.tokens import Tokens

__all__ = ["read_fraction", "read_share"]

# "9 in 2017" is no share.
LARGEST_SHARE = 100
# "Out of" these speaks of a share; out of any other number it counts.
_ROUND_WHOLES = frozenset({3, 4, 5, 10, 100})
# "Half the voters" and "cut by more than half", but not "half a century" and "the first half".
_WHOLE_LEADS = frozenset({"of", "the", "its", "their", "his", "her", "our", "all"})
_SHARE_LEADS = frozenset({"than", "by", "nearly", "almost", "about", "over", "roughly", "in"})


def read_fraction(tokens: Tokens, at: int) -> Numeral | None:
    """Read "half", "two-thirds of", "a quarter of", "one in five", "half a million"; ordinals are none."""
    word, parts = tokens[at].lower, pairs_of("fractions")
    if word == "half":
        return _half(tokens, at)
    count = 1.0 if word in ("a", "an") else float(pairs_of("cardinals").get(word, 0))
    if not count:
        return None
    joint = at + 2 if tokens[at + 1].text == "-" else at + 1
    if tokens[joint].lower in parts and count < 10:
        scale = read_scale(tokens, joint + 1)
        if scale is not None:  # "a quarter million"
            value = count * float(parts[tokens[joint].lower]) * scale[0]
            return Numeral(value, value, at, scale[1])
        is_part = tokens[joint + 1].lower == "of" or tokens[joint].lower in ("thirds", "quarters", "fifths", "tenths")
        if is_part:
            value = count * float(parts[tokens[joint].lower])
            scale = read_scale(tokens, joint + 3) if tokens.words(joint + 1, joint + 3) == "of a" else None
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
    scale = read_scale(tokens, at + 1 + (tokens[at + 1].lower == "a"))
    if scale is not None:
        return Numeral(scale[0] / 2, scale[0] / 2, at, scale[1])
    before, after = tokens[at - 1].lower, tokens[at + 1]
    is_share = after.lower in _WHOLE_LEADS or (before in _SHARE_LEADS and after.kind == "sign" and after.text != "-")
    if is_share:
        return Numeral(0.5, 0.5, at, at + 1, is_fraction=True)
    return None


def read_share(tokens: Tokens, at: int) -> Numeral | None:
    """Read "1 in 5 adults" and "9 out of 10 voters", but not "2 in 3 days", "9 in 2017" nor "12 out of 40 hostages"."""
    is_out_of = tokens.words(at + 1, at + 3) == "out of"
    if not is_out_of and tokens[at + 1].lower != "in":
        return None
    whole_at = at + 3 if is_out_of else at + 2
    whole_at += tokens[whole_at].lower == "every"
    part, whole, noun = tokens[at].text, tokens[whole_at].text, tokens[whole_at + 1].lower
    if not (part.isdecimal() and whole.isdecimal() and int(part) < int(whole) <= LARGEST_SHARE):
        return None
    if not noun.endswith("s") or noun in pairs_of("units") or (is_out_of and int(whole) not in _ROUND_WHOLES):
        return None
    return Numeral(int(part) / int(whole), int(part) / int(whole), at, whole_at + 1, is_fraction=True)
