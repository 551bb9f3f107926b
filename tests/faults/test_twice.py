"""Every command of the application sent twice, and two at once, under one key: done once, answered alike."""

import asyncio
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar

from tests.faults.commands import COMMANDS
from tests.faults.stage import Stage

# Logging in, by its steps, and out have no receipt: they make and end what a receipt belongs to. A browser's word that
# it has shown a message belongs to nobody's session. A supplier has none: its order's own lock makes its answer one.
EXEMPT: Final = {"logIn", "beginSecondFactorAtLogIn", "logOut", "acknowledgeDelivery", "answerPurchase"}
SIGNED: Final = {"upload", "links"}


def commands(app: Litestar) -> set[str]:
    """Return the operation ids of all writing routes of ours."""
    handlers = [handler for route in app.routes for handler in getattr(route, "route_handlers", [])]
    writing = {"POST", "PUT", "DELETE", "PATCH"}
    return {handler.operation_id for handler in handlers if handler.http_methods & writing} - EXEMPT


def said(answer: httpx.Response) -> tuple[int, Any]:
    """Return what must be the same each time: links are signed afresh."""
    body = answer.json()
    return answer.status_code, {k: v for k, v in body.items() if k not in SIGNED} if isinstance(body, dict) else body


def test_every_command_of_the_application_has_a_scenario(app: Litestar) -> None:
    assert commands(app) == set(COMMANDS)


@pytest.mark.parametrize("operation_id", sorted(COMMANDS))
async def test_a_command_repeated_or_doubled_under_one_key_is_done_once_and_answered_alike(
    operation_id: str, stage: Stage
) -> None:
    stage.number = 1
    request, key = await COMMANDS[operation_id](stage), str(uuid4())
    before = await stage.held()
    first = await request.send(key)
    assert first.is_success, first.text
    done = await stage.held()
    again = await request.send(key)
    assert said(again) == said(first)
    assert await stage.held() == done
    written = done - before
    assert written["command_receipt"] == 1

    stage.number = 2
    request, key = await COMMANDS[operation_id](stage), str(uuid4())
    before = await stage.held()
    both = await asyncio.gather(request.send(key), request.send(key))
    assert said(both[0]) == said(both[1])
    assert both[0].status_code == first.status_code, both[0].text
    assert (await stage.held()) - before == written
