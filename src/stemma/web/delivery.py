"""``/static``: the desk's own files, which a browser need not ask for twice."""

from fastapi import APIRouter
from fastapi.responses import Response

from stemma.web.assets import has_asset, read_asset
from stemma.web.problems import ProblemError

__all__ = ["router"]

KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
A_YEAR = 365 * 24 * 3600

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def file(name: str) -> Response:
    """Send a file of ours."""
    kind = KINDS.get(name.rpartition(".")[2])
    if kind is None or not has_asset(name):
        raise ProblemError(404, "there is no such file here")
    return Response(read_asset(name), headers={"Cache-Control": f"max-age={A_YEAR}, immutable"}, media_type=kind)
