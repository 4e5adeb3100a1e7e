"""The OpenAPI description, as our answers are."""

from typing import Any

from fastapi import FastAPI

__all__ = ["describe"]

PROBLEM = "#/components/schemas/Problem"
PROBLEM_FORM = "application/problem+json"
"""RFC 9457."""


def describe(app: FastAPI) -> None:
    """Have *app* describe its problems in the form in which it sends them, as a page or as JSON."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            for path in plain()["paths"].values():
                for operation in path.values():
                    for answer in operation["responses"].values():
                        _retell(answer.get("content", {}))
        return plain()

    app.openapi = described  # type: ignore[method-assign]


def _retell(content: dict[str, Any]) -> None:
    told = content.get("application/json", {})
    if told.get("schema", {}).get("$ref") == PROBLEM:
        del content["application/json"]
        content |= {PROBLEM_FORM: told, "text/html": {}}
