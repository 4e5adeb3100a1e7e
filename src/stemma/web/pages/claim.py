"""``/claims/{id}``: one claim, from the loudest outlet down to its roots."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.errors import UnknownError
from stemma.tell.accounts import Account
from stemma.tell.contrast import contrast
from stemma.tell.sides import sides_of
from stemma.tell.trees.drawing import draw_tree
from stemma.tell.trees.steps import steps_of
from stemma.tell.twins import ClaimTwin
from stemma.tell.twins.claim import Parts
from stemma.web.answering import page, view_of
from stemma.web.laid import Laid, laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

router = APIRouter()
Id = Annotated[str, Query(max_length=100, description="An attribution of it, by which it is found if its id is gone.")]
Against = Annotated[str, Query(max_length=100, description="The attribution that the wordings are held against.")]


@page(router, "/claims/{id}", ClaimTwin, fails=(404,))
def claim(request: Request, id: str, save: Saving, of: Id = "", against: Against = "") -> Response:
    """Show a claim: its tree, its wordings side by side, who stands where on it, and why it has its digit."""
    laid, account = _found(request, id, of)
    parts = Parts(
        account,
        steps_of(account, laid.desk),
        sides_of(account, against),
        laid.held(account),
        [change for change in laid.changes if account.claim.id in change.claims],
    )
    context = {
        "account": account,
        "parts_of": parts,
        "is_moved": account.claim.id != id,
        "contrast": contrast,
        "tree": draw_tree(account, laid.desk, is_wide=True),
        "remark": laid.remarks.get(account.claim.id),
    }
    twin = ClaimTwin.of(parts, laid.id, laid.desk)
    return tell(request, Telling("claim.html.j2", laid, context, twin, [account]), save=save)


def _found(request: Request, id: str, of: str) -> tuple[Laid, Account]:
    """
    Return the claim with this id; where it is gone, the one that holds the attribution *of* now.

    Raises:
        UnknownError: Neither is in the case.
    """
    view = view_of(request)
    for thing in (id, of):
        try:
            laid = laid_out(request, view.home(thing))
        except UnknownError:
            continue
        said = laid.desk.attributions.get(thing)
        account = laid.told([said.claim or "" if said else thing])
        if account:
            return laid, account[0]
    raise UnknownError("claim", id)
