"""Numbers that are no figures: dates, times, ages, names, scores, addresses, and numbers that only point back."""

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.bounds import TIME_UNITS
from stemma.measure.circumstances import PLACE_LEADS
from stemma.measure.phrases import Phrase, counts_noun
from stemma.measure.pointers import is_distance_in_time, is_pointer
from stemma.measure.telephones import is_telephone
from stemma.measure.tokens import Token, Tokens

__all__ = ["is_no_figure"]

FIRST_YEAR, LAST_YEAR = 1500, 2200
OLDEST = 120
# A smaller number right after a name belongs to it, whoever follows: "F1 drivers", "Pixel 2 users".
SMALLEST_CROWD = 10
LONGEST_DATE = 12  # tokens of "December 14, 15 and 16"
# More plain digits than this are a telephone, document or account number.
LONGEST_PLAIN = 7


def is_no_figure(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell whether *amount* with its *phrase* is something else than a quantity."""
    if amount.unit is None and any(test(tokens, amount, phrase) for test in _BARE_TESTS):
        return True
    return any(test(tokens, amount, phrase) for test in _TESTS)


def _is_plain(amount: Amount) -> bool:
    return amount.numeral.is_plain


def _counts_people(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell "Near Orlo 5 men" and "Around 100 people" from "Pixel 2 users"."""
    if phrase.head is None or tokens[phrase.head].lower not in words_of("person_nouns"):
        return False
    return amount.low >= SMALLEST_CROWD or tokens[amount.start - 2].lower in PLACE_LEADS


def _is_glued(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell the digits of "S-400", "330Li", "24th", "9/11", "3:00", "MH17", "5G" and addresses on the web."""
    start, end = amount.start, amount.number_end
    if tokens.touch(start) and _is_glued_before(tokens, start):
        return True
    if amount.numeral.in_digits and tokens.touch(end):
        after = tokens[end]
        if after.text in "/:@_=\\" and tokens.touch(end + 1):
            return True
        return after.kind == "word" and amount.end == end
    return False


def _is_glued_before(tokens: Tokens, start: int) -> bool:
    before, earlier = tokens[start - 1], tokens[start - 2]
    if before.kind != "sign" or before.text in "/:@_=#№%\\&":
        return True
    if before.text == "-" and earlier.lower in words_of("numbered_nouns"):
        return True  # "Covid -19"
    if not tokens.touch(start - 1):
        return False
    is_joined = before.text in "-–." and earlier.kind != "sign"
    return before.text == "+" or (is_joined and earlier.lower not in ("minus", "sub", "magnitude"))


def _is_time_of_day(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    if not amount.numeral.in_digits:
        return tokens[amount.end].lower == "o’clock"
    first = tokens[amount.number_end].lower
    letters = first + tokens[amount.number_end + 2].lower if tokens[amount.number_end + 1].text == "." else first
    return letters in ("am", "pm", "a.m.", "p.m.", "gmt", "utc", "est", "edt", "pst", "pdt", "bst", "cet", "o’clock")


def _is_date(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    if amount.numeral.low > 31 or not amount.numeral.in_digits:
        return False
    at = amount.start - 1
    first = amount.start - LONGEST_DATE
    while at > first and (tokens[at].kind == "number" or tokens[at].lower in ("and", "to", "or", "-", "–", ".", ",")):
        at -= 1
    month = tokens[at]
    days_between = all(tokens[i].kind == "sign" or tokens[i].lower in ("and", "to", "or") or _is_day(tokens[i].text)
                       for i in range(at + 1, amount.start))  # fmt: skip
    if _is_month(month.text) and days_between:
        return True
    after = amount.number_end
    last = after + LONGEST_DATE
    while after < last and (tokens[after].lower in ("and", "to", "or", "-", "–", "of") or _is_day(tokens[after].text)):
        after += 1
    return _is_month(tokens[after].text)


def _is_day(text: str) -> bool:
    return text.isdigit() and 0 < int(text) <= 31


def _is_month(text: str) -> bool:
    return text[:1].isupper() and text.casefold() in words_of("month_words")


def _is_year(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    if not (_is_plain(amount) and _may_be_year(tokens[amount.start].text)):
        return False
    before = tokens[amount.start - 1]
    leads = before.lower in words_of("year_leads") or before.text in (",", "(", "'", "’", "") or _is_month(before.text)
    return leads or before.lower.endswith("’s") or not counts_noun(tokens, phrase) or before.is_capitalised


def _may_be_year(digits: str) -> bool:
    return digits.isdigit() and len(digits) == len(str(FIRST_YEAR)) and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _is_age(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell "Hunter, 41, is", "aged 41", "41-year-old", "41 years old"."""
    start, end = amount.start, amount.end
    if amount.unit in TIME_UNITS and amount.low <= OLDEST:
        return tokens[end].lower in ("old", "olds") or tokens.words(end, end + 2) in ("- old", "- olds", "of age")
    if amount.unit is not None or not 0 < amount.low <= OLDEST:
        return False
    is_second = tokens[start - 1].lower in ("and", "or", "to", ",") and tokens[start - 2].kind == "number"
    lead = start - 3 if is_second else start - 1  # "girls aged 11 and 15"
    if tokens.words(start - 2, start) in ("old as", "age of", "ages of") or tokens[lead].lower in (
        "aged",
        "age",
        "ages",
        "turned",
        "turns",
    ):
        return True
    named, after = tokens[start - 2], tokens[amount.number_end]
    if tokens[start - 1].text == tokens[amount.number_end].text == "," and named.kind == "word":
        return amount.numeral.in_digits and _is_plain(amount)
    is_apposed = tokens[start - 1].text == "," and (named.is_capitalised or named.lower in words_of("kin_nouns"))
    is_closed = after.text in (",", ".", ")", ";", "") or after.lower in ("and", "who", "of")
    return is_apposed and is_closed and amount.numeral.in_digits


def _is_name(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell the number of a name: "Boeing 737", "Article 5", "Phase Two", "the Group of Seven", "page 12"."""
    before, word = tokens[amount.start - 1], tokens[amount.start]
    if before.text == "." and tokens.touch(amount.start - 1):
        before = tokens[amount.start - 2]
    if before.text == ":" and tokens[amount.start - 2].lower == "number":
        before = tokens[amount.start - 2]  # "Registration Number: 130349"
    is_label = before.lower in words_of("numbered_nouns")
    if word.kind == "word" and not amount.numeral.in_digits:
        is_title_case = amount.start > 0 and word.is_capitalised and before.kind == "word"
        return is_title_case and not (amount.numeral.is_vague and tokens[amount.number_end].lower == "of")
    if not amount.numeral.in_digits or "," in word.text:
        return False
    if (before.lower == "of" and tokens[amount.start - 2].text == "Group") or _is_model(tokens, amount, phrase):
        return True
    if is_label and (before.text != before.lower or not counts_noun(tokens, phrase)):
        return True
    is_cell = before.lower in pairs_of("counted_states") and tokens[amount.start - 2].kind != "word"
    if is_cell or tokens[amount.end].lower == "times":
        return False  # "Dead 12 Missing 3", "sold to Arlia 30 times"
    is_label = before.is_capitalised and amount.start > 1 and not before.lower.endswith(("day", "’s"))
    return is_label and _is_plain(amount) and not _is_month(before.text) and not _counts_people(tokens, amount, phrase)


def _is_counter(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell the second number of "Photo 3 of 25 photos" and "page 2 of 9": how far a series of labels goes."""
    start = amount.start
    is_second = tokens[start - 1].lower == "of" and tokens[start - 2].kind == "number"
    return is_second and amount.numeral.in_digits and tokens[start - 3].lower in words_of("numbered_nouns")


def _is_model(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell "a 787 Dreamliner": what is one has no other number."""
    is_one = tokens[amount.start - 1].lower in ("a", "an") and not counts_noun(tokens, phrase)
    return is_one and _is_plain(amount) and tokens[amount.number_end].is_capitalised


def _is_score_or_list(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell "won 3-1", "a 5-4 ruling", "1983-2005", "5-10-15 years", "50-50", and the "1." of a list."""
    start, end = amount.start, amount.number_end
    if start == 0 and tokens[end].text in (".", ")") and tokens.touch(end) and _is_plain(amount):
        return True
    if tokens[start - 1].text in "([" and tokens[end].text in ")]" and tokens[start - 1].text and _is_plain(amount):
        return True
    if _is_dash(tokens, end) and tokens[end + 1].kind == "number" and tokens.touch(end + 1):
        return True
    if _is_dash(tokens, start - 1) and tokens[start - 2].kind == "number" and tokens.touch(start):
        return True
    return amount.is_range and _is_plain(amount) and amount.low >= FIRST_YEAR and (amount.high or 0) <= LAST_YEAR


def _is_dash(tokens: Tokens, at: int) -> bool:
    return tokens[at].text in ("-", "–")


def _is_long_or_address(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    digits = tokens[amount.start].text
    if _is_plain(amount) and (len(digits) >= LONGEST_PLAIN or (digits.startswith("0") and len(digits) > 1)):
        return not counts_noun(tokens, phrase)
    beside = (tokens[amount.start - 1], tokens[amount.number_end])
    if _is_plain(amount) and any(t.kind == "number" and not _may_be_year(t.text) for t in beside):
        return True  # "call 0207 782 4368"
    if amount.numeral.in_digits and phrase.head is None and any(_is_cell(t) for t in beside):
        return True
    nearby = [tokens[i] for i in range(amount.number_end, amount.number_end + 4)]
    return _is_plain(amount) and any(t.is_capitalised and t.lower in words_of("street_words") for t in nearby[1:])


def _is_cell(token: Token) -> bool:
    """Tell the next cell of a table that was flattened into a line: numbers side by side, no word between them."""
    return token.kind == "number" and not _may_be_year(token.text)


def _is_idle_compound(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    is_bare = amount.is_compound and amount.unit is None
    return is_bare and tokens[amount.number_end + 1].lower in words_of("uncounted_compounds")


def _is_decade(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    end = amount.number_end
    return amount.numeral.in_digits and tokens.touch(end) and tokens[end].lower in ("s", "’s")


_BARE_TESTS = (
    _is_date,
    _is_year,
    _is_name,
    _is_long_or_address,
    is_telephone,
    _is_idle_compound,
    _is_score_or_list,
    _is_counter,
)
_TESTS = (_is_glued, _is_time_of_day, _is_age, is_pointer, is_distance_in_time, _is_decade)
