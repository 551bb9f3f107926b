"""One real use of every command about files of the customer's own, as `scenarios` has them for the others."""

from typing import Any, Final

from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

SETUP_SCENARIOS: Final = Scenarios()


def mapping_form(stage: Stage) -> dict[str, Any]:
    """Return what the columns of a shape of file are."""
    columns = {"fields": ["code", "name", None], "words": {"status": {"试营业": "营业"}}}
    return {"kind": "stores", "headings": ["店号", "店名", f"备注 {stage.number}"], "columns": columns}


SETUP_SCENARIOS.simply("keepSheetMapping", "admin", "/api/sheet-mappings", mapping_form, method="PUT")


async def kept(stage: Stage) -> dict[str, Any]:
    """Keep what the columns of a shape of file are."""
    answer = await (await stage.client("admin")).put("/api/sheet-mappings", mapping_form(stage))
    assert answer.is_success, answer.text
    return answer.json()


@SETUP_SCENARIOS.of("renameSheetMapping")
async def _(stage: Stage) -> Request:
    made = await kept(stage)
    form = {"name": f"老系统 {stage.number}", "ifVersion": made["version"]}
    return Request(await stage.client("admin"), "PUT", f"/api/sheet-mappings/{made['id']}", form)


@SETUP_SCENARIOS.of("forgetSheetMapping")
async def _(stage: Stage) -> Request:
    made = await kept(stage)
    return Request(await stage.client("admin"), "DELETE", f"/api/sheet-mappings/{made['id']}")


PEOPLE_CSV: Final = "用户名,姓名,角色,范围\nnew.{number},新人,店员,A1\n"
SETUP_SCENARIOS.simply(
    "importPeople", "admin", "/api/imports/people", lambda s: {"csv": PEOPLE_CSV.format(number=s.number)}
)


@SETUP_SCENARIOS.of("givePasswords")
async def _(stage: Stage) -> Request:
    ids = [(await stage.account())["id"]]
    return Request(await stage.client("admin"), "POST", "/api/accounts/password-resets", {"accountIds": ids})
