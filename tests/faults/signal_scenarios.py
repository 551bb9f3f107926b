"""One real use of every command about the calendar and dated events, as `scenarios` has them for the others."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from storewalk.core.ids import new_id
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

SIGNALS: Final = "/api/demand/signals"


def signal(stage: Stage, **changes: Any) -> dict[str, Any]:
    """Return the form of an anniversary at A1."""
    today = datetime.now(UTC).date()
    return {
        "kind": "mall_anniversary",
        "firstDay": str(today),
        "lastDay": str(today + timedelta(days=7)),
        "uplift": 1.5,
        "placeIds": [str(stage.org.places["A1"])],
        **changes,
    }


async def enter_signal(stage: Stage) -> Request:
    return Request(await stage.client("manager"), "POST", SIGNALS, signal(stage, id=str(new_id())))


async def change_signal(stage: Stage) -> Request:
    made = await stage.post("manager", SIGNALS, signal(stage))
    form = signal(stage, uplift=1.8, ifVersion=1)
    return Request(await stage.client("manager"), "PUT", f"{SIGNALS}/{made['id']}", form)


async def cancel_signal(stage: Stage) -> Request:
    made = await stage.post("manager", SIGNALS, signal(stage))
    return Request(await stage.client("manager"), "POST", f"{SIGNALS}/{made['id']}/cancellation", {"ifVersion": 1})


def day(stage: Stage) -> tuple[str, dict[str, Any]]:
    """Return the path of a day that nobody has set yet, and a form that sets it."""
    form = {"kind": "day_off", "name": {"zh": "店庆", "en": "Anniversary"}, "ifVersion": 0}
    return f"/api/demand/days/{2031 + stage.number}-03-03", form


async def set_special_day(stage: Stage) -> Request:
    path, form = day(stage)
    return Request(await stage.client("buyer"), "PUT", path, form)


async def reset_special_day(stage: Stage) -> Request:
    path, form = day(stage)
    buyer = await stage.client("buyer")
    await buyer.put(path, form)
    return Request(buyer, "POST", f"{path}/reset", {"ifVersion": 1})


async def import_days(stage: Stage) -> Request:
    form = {"csv": f"date,kind,name\n{2031 + stage.number}-03-03,day_off,春节\n"}
    return Request(await stage.client("buyer"), "POST", "/api/imports/demand-days", form)


SIGNAL_SCENARIOS: Final[dict[str, Scenario]] = {
    "enterSignal": enter_signal,
    "changeSignal": change_signal,
    "cancelSignal": cancel_signal,
    "setSpecialDay": set_special_day,
    "resetSpecialDay": reset_special_day,
    "importDemandDays": import_days,
}
