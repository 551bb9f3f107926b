"""Every route of the running application against every standard role, from the route map and the declarations."""

import re
from typing import Any
from uuid import uuid4

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from storewalk.core.access import PUBLIC, SIGNED_IN, Permission, Role
from storewalk.metadata import PERMISSIONS
from tests.access.sampler import sample
from tests.factories.client import Client
from tests.factories.given import LogIn

ALLOWED, REFUSED, ANONYMOUS = "allowed", 403, 401
UNDECLARED_BY_LITESTAR = {"/schema"}
STREAMS = {"live"}


def routes(app: Litestar) -> list[tuple[str, str, HTTPRouteHandler]]:
    """Return (method, path, handler) of every HTTP route of ours."""
    found = []
    for route in app.routes:
        for handler in getattr(route, "route_handlers", [getattr(route, "route_handler", None)]):
            if any(route.path.startswith(prefix) for prefix in UNDECLARED_BY_LITESTAR):
                continue
            methods = getattr(handler, "http_methods", {"GET"}) - {"OPTIONS", "HEAD"}
            found += [(method, route.path_format, handler) for method in methods]
    return found


def concrete(path: str) -> str:
    """Fill a path's parameters with ids that nobody has, and with a day."""
    told = {"job_id": "987654321", "number": "1", "day": "2026-10-01"}
    return re.sub(r"\{(\w+)\}", lambda m: told.get(m[1], str(uuid4())), path)


def test_every_route_declares_a_permission_that_some_room_knows(app: Litestar) -> None:
    known = {*PERMISSIONS, PUBLIC, SIGNED_IN}
    undeclared = [f"{m} {p}" for m, p, h in routes(app) if h.opt.get("permission") not in known]
    assert undeclared == []


def test_every_operation_has_a_name_of_its_own_for_the_generated_client(app: Litestar) -> None:
    paths: dict[str, dict[str, Any]] = app.openapi_schema.to_schema()["paths"]
    ids: list[str] = [operation.get("operationId", "") for path in paths.values() for operation in path.values()]
    assert [name for name in ids if not re.fullmatch("[a-z][A-Za-z]+", name)] == []
    assert len(ids) == len(set(ids))


def test_every_declared_permission_guards_something(app: Litestar) -> None:
    used = {h.opt["permission"].code for _, _, h in routes(app)}
    idle = {p.code for p in PERMISSIONS} - used
    assert idle <= NARROWING, idle


# Held by rooms below a route's own permission: who is told, who may approve any value.
NARROWING = {"accounts.read_phones", "counts.approve_any", "stock.see_while_counted", "tasks.govern"}


def test_permissions_are_few_and_their_roles_are_known() -> None:
    assert all(set(p.roles) <= {r.value for r in Role} for p in PERMISSIONS)


@pytest.mark.parametrize("role", [*Role, None])
async def test_a_role_may_use_exactly_the_routes_that_its_permissions_declare(
    app: Litestar, client: LogIn, anonymous: Client, role: Role | None
) -> None:
    schema = app.openapi_schema.to_schema()
    who = await client(role) if role else anonymous
    wrong = []
    for method, path, handler in routes(app):
        permission: Permission = handler.opt["permission"]
        if permission == PUBLIC or handler.operation_id in STREAMS | {"logOut"}:
            continue
        body = body_of(schema, path, method.lower())
        answer = await who.send(method, concrete(path), body)
        outcome = answer.status_code if answer.status_code in {REFUSED, ANONYMOUS, 500} else ALLOWED
        if outcome == REFUSED and answer.json()["code"] != "forbidden":
            outcome = ALLOWED
        if outcome != expected(role, permission):
            wrong.append(f"{method} {path}: {answer.status_code} {answer.text[:120]}")
    assert wrong == []


def expected(role: Role | None, permission: Permission) -> object:
    if role is None:
        return ANONYMOUS
    return ALLOWED if permission == SIGNED_IN or role is Role.ADMIN or role in permission.roles else REFUSED


def body_of(schema: dict[str, Any], path: str, method: str) -> Any:
    operation = schema["paths"].get(path, {}).get(method, {})
    content = operation.get("requestBody", {}).get("content", {})
    if not content:
        return None
    return sample(content["application/json"]["schema"], schema["components"]["schemas"])
