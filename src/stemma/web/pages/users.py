"""``/users``: who may look into the case, and what they may do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from stemma.case import accounts_of, appoint, dismiss
from stemma.model.account import Role
from stemma.web.answering import answer, change, page, site_of
from stemma.web.door.passwords import LONGEST, fits, hash_password
from stemma.web.door.visitor import owner_of, visitor_of
from stemma.web.problems import ProblemError

__all__ = ["User", "Users", "router"]

router = APIRouter()
Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account."""

    name: str
    role: Role
    at: datetime
    """When role or password were set last."""


@dataclass(frozen=True, slots=True)
class Users:
    """Everybody with an account; whoever is no owner sees their own alone."""

    users: tuple[User, ...]


@page(router, "/users", Users)
def users(request: Request) -> Response:
    """Show who may look into the case."""
    visitor, case = visitor_of(request), site_of(request).view.case
    known = (User(one.name, one.role, one.at) for one in accounts_of(case))
    twin = Users(tuple(one for one in known if visitor.may_appoint or one.name == visitor.name))
    return answer(request, "users.html.j2", {"users": twin.users, "roles": tuple(Role)}, twin)


@change(router, "/users", fails=(403,))
def put_user(request: Request, name: Name, role: Annotated[Role, Form()], password: Password = "") -> Response:
    """Let somebody in, or change their role; an empty password leaves theirs as it is."""
    owner, site = owner_of(request), site_of(request)
    appoint(site.view.case, name, owner.name, role=role, secret=hash_password(password) if password else None)
    site.register.forget()
    return RedirectResponse("/users", 303)


@change(router, "/users/{name}/remove", fails=(403,))
def remove_user(request: Request, name: Annotated[str, Path(max_length=200)]) -> Response:
    """Let somebody in no longer; their sessions end."""
    owner, site = owner_of(request), site_of(request)
    dismiss(site.view.case, name, owner.name)
    site.register.forget()
    return RedirectResponse("/users", 303)


@change(router, "/password", fails=(403,))
def put_password(request: Request, old: Password, new: Password) -> Response:
    """Change one's own password; all of one's sessions end."""
    visitor, site = visitor_of(request), site_of(request)
    account = site.register.find(visitor.name) if visitor.is_signed_in else None
    if account is None or site.limits.name.take(f"password {visitor.name}") or not fits(old, account.secret):
        raise ProblemError(403, "the old password is not that one; nothing was changed: try again in a minute")
    appoint(site.view.case, visitor.name, visitor.name, secret=hash_password(new))
    site.register.forget()
    return RedirectResponse("/sign-in", 303)
