"""One real use of every command about stores, regions and legal entities, as `scenarios` has them for the others."""

from typing import Final

from storewalk.core.credit_code import with_check_character
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

PLACE_SCENARIOS: Final = Scenarios()
CREDIT_CODES: Final = [with_check_character(f"9133010079965505{number}") for number in range(3)]
STORES_CSV: Final = """门店编码,门店名称,区域,法人主体,状态,时区,纬度,经度,坐标系,营业时间,营业日切点
{code},外滩店,B 区,,筹备,,,,,,
"""

PLACE_SCENARIOS.simply("addRegion", "admin", "/api/regions", lambda s: {"name": f"新区 {s.number}"})
PLACE_SCENARIOS.simply("addStore", "admin", "/api/stores", lambda s: s.store_form())
PLACE_SCENARIOS.simply(
    "addLegalEntity",
    "admin",
    "/api/legal-entities",
    lambda s: {"kind": "branch", "name": f"分公司 {s.number}", "creditCode": CREDIT_CODES[s.number - 1]},
)
PLACE_SCENARIOS.simply(
    "importStores", "admin", "/api/imports/stores", lambda s: {"csv": STORES_CSV.format(code=f"I{s.number}")}
)


@PLACE_SCENARIOS.of("changeLegalEntity")
async def _(stage: Stage) -> Request:
    form = {"kind": "branch", "name": f"分公司 {stage.number}", "creditCode": CREDIT_CODES[stage.number - 1]}
    entity = await stage.post("admin", "/api/legal-entities", form)
    changed = {**form, "name": f"改名 {stage.number}", "ifVersion": entity["version"]}
    return Request(await stage.client("admin"), "PUT", f"/api/legal-entities/{entity['id']}", changed)


@PLACE_SCENARIOS.of("changeRegion")
async def _(stage: Stage) -> Request:
    region = await stage.post("admin", "/api/regions", {"name": f"新区 {stage.number}"})
    form = {"name": f"改名 {stage.number}", "parentId": str(stage.org.places["A"]), "ifVersion": region["version"]}
    return Request(await stage.client("admin"), "PUT", f"/api/regions/{region['id']}", form)


@PLACE_SCENARIOS.of("changeStore")
async def _(stage: Stage) -> Request:
    store = await stage.store()
    form = stage.store_form(name="改名店", ifVersion=store["version"])
    return Request(await stage.client("admin"), "PUT", f"/api/stores/{store['id']}", form)


@PLACE_SCENARIOS.of("renewCheckInCode")
async def _(stage: Stage) -> Request:
    store = await stage.store()
    path = f"/api/stores/{store['id']}/check-in-code/renewal"
    return Request(await stage.client("admin"), "POST", path, {"ifVersion": store["version"]})
