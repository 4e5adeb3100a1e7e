"""Who asks for a page, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from fastapi import Request

__all__ = ["Role", "Visitor", "visitor_of"]


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READER = "reader"
    ANALYST = "analyst"
    """Judges."""
    OWNER = "owner"
    """Says who has which role."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks for pages."""

    name: str
    role: Role
    token: str
    """What a form has to send back as ``token``, so that no other site's form is taken for ours."""
    is_signed_in: bool = False

    @property
    def may_judge(self) -> bool:
        """Whether a judgement of theirs is taken."""
        return self.role in (Role.ANALYST, Role.OWNER)

    @property
    def may_appoint(self) -> bool:
        """Whether they say who has which role."""
        return self.role is Role.OWNER


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    visitor: Visitor = request.state.visitor
    return visitor
