"""Every command of the application, twice and two at once: under one key done once, under two by its kind."""

import asyncio
from collections import Counter
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar

from tests.faults.commands import COMMANDS
from tests.faults.rivals import at_once, outcome
from tests.faults.stage import Request, Stage

# Logging in, by its steps, and out have no receipt: they make and end what a receipt belongs to. A browser's word that
# it has shown a message belongs to nobody's session. A supplier has none: its order's own lock makes its answer one.
EXEMPT: Final = {"logIn", "beginSecondFactorAtLogIn", "logOut", "acknowledgeDelivery", "answerPurchase"}
SIGNED: Final = {"upload", "links"}
# Said again by somebody else, or by oneself under another key, it changes nothing and is no fault.
AGREED: Final = {
    "acceptRebalance", "acceptRebalances", "addPromotion", "answerCheckpoint", "approveVisits",
    "beginSecondFactor", "cancelVisit",
    "closeCountZone",
    "commentOnTask", "completePhoto", "copyTemplate", "correctBoxes", "decideAnswer", "decideDispute", "decideOrders",
    "disputeFinding", "endCover",
    "enterSignal", "forgetSheetMapping", "handOverVisit", "moveVisit", "importDemandDays",
    "importOrderDeliveries", "importOrderOffers", "importPeople", "importProducts", "importPromotions",
    "importSales", "importStores", "importTemplate", "keepSheetMapping", "takeTemplateFile",
    "ingestSales",
    "nameCountedProduct", "openCount", "openOrder", "openOrderClaim", "openRecall", "openTasks", "orderForWarehouse",
    "readAllNotifications", "readNotification", "receiveOrder", "refuseRebalance", "registerPhoto", "remarkVisit",
    "reportWaste",
    "requestLabels", "requestTransfer", "retryJob", "reviewVariance", "reviewVariances", "revokeSession", "revokeToken",
    "sendPurchase", "setAccountPhone", "setCountRule", "setCountedCodeAside", "setCycleRule", "setHealthRule",
    "setInspectionRule", "setOrderDeliveries", "setOrderDeliveryDays",
    "setOrderLines", "setOrderOffers", "setOrderTerms", "setStockRule", "setWasteRule", "setWecomUser", "shareStock",
    "signVisit", "signVisitInPresence",
    "shipOrder", "startPlannedVisit", "stepOnLot", "submitOrder", "submitVisit", "subscribeToPush", "takeCountLines",
    "unsubscribeFromPush", "withdrawOrder",
}  # fmt: skip
# Two commands are two things, or two equal settings one after the other.
EACH: Final = {
    "addSchedule", "givePasswords", "issueToken", "planCounts", "planSuggestions", "planVisit", "publishTemplate",
    "renewRecoveryCodes", "resetPassword", "setGrants", "setLocale",
    "setOwnQuietHours", "testChannel", "testPush", "testSupplierWay",
}  # fmt: skip


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
async def test_a_command_again_under_its_key_is_done_once_and_under_another_has_the_effect_of_its_kind(
    operation_id: str, stage: Stage
) -> None:
    request, key, before = await _set(stage, 1, operation_id)
    first = await request.send(key)
    assert first.is_success, first.text
    written = await stage.held() - before
    again = await request.send(key)
    assert said(again) == said(first)
    assert await stage.held() - before == written
    assert written["command_receipt"] == 1

    request, key, before = await _set(stage, 2, operation_id)
    both = await asyncio.gather(request.send(key), request.send(key))
    assert said(both[0]) == said(both[1])
    assert both[0].status_code == first.status_code, both[0].text
    assert await stage.held() - before == written

    request, _, before = await _set(stage, 3, operation_id)
    answers = await at_once(request, request)
    done = await stage.held() - before
    if operation_id in EACH | AGREED:
        assert [answer.is_success for answer in answers] == [True, True], [answer.text for answer in answers]
        assert done == written + (written if operation_id in EACH else Counter(command_receipt=1))
    else:
        outcome(answers)
        assert done == written


async def _set(stage: Stage, number: int, operation_id: str) -> tuple[Request, str, Counter[str]]:
    """Arrange what a command needs; return it, a key for it, and what the tables hold before it."""
    stage.number = number
    request = await COMMANDS[operation_id](stage)
    return request, str(uuid4()), await stage.held()
