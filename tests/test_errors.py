"""What users are told when the input is at fault."""

import pickle

import pytest

from stemma.errors import CaseError, FetchError, MissingExtraError, OutputError, SpanError, StemmaError

ERRORS = (
    CaseError("a.stemma", "is no case"),
    FetchError("https://herald.example", "is not there", is_passing=True),
    MissingExtraError("a batch", "batch"),
    OutputError("a.html", "no room"),
    SpanError(3, 9, 5),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_out_of_another_process_as_it_went_in(error: StemmaError):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
