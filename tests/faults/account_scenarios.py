"""One real use of every command about accounts, sessions and tokens, as `scenarios` has them for the others."""

from typing import Final

from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage

ACCOUNT_SCENARIOS: Final = Scenarios()

ACCOUNT_SCENARIOS.simply("openAccount", "admin", "/api/accounts", lambda s: s.person())
ACCOUNT_SCENARIOS.simply(
    "setLocale", "clerk", "/api/me/locale", lambda s: {"locale": ("zh", "en")[s.number % 2]}, method="PUT"
)
ACCOUNT_SCENARIOS.simply(
    "issueToken", "admin", "/api/tokens", lambda s: {"name": f"POS {s.number}", "scopes": ["stores.read"]}
)


@ACCOUNT_SCENARIOS.of("deactivateAccount")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    return Request(await stage.client("admin"), "POST", f"/api/accounts/{opened['id']}/deactivation")


@ACCOUNT_SCENARIOS.of("setGrants")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    grants = {"grants": [{"role": "inspector", "nodeId": str(stage.org.places["B"])}]}
    return Request(await stage.client("admin"), "PUT", f"/api/accounts/{opened['id']}/grants", grants)


@ACCOUNT_SCENARIOS.of("revokeSession")
async def _(stage: Stage) -> Request:
    hr = await stage.client("hr")
    await stage.log_in("hr")
    sessions = (await hr.get("/api/sessions")).json()["items"]
    other = next(session["id"] for session in sessions if not session["current"])
    return Request(hr, "DELETE", f"/api/sessions/{other}")


@ACCOUNT_SCENARIOS.of("revokeToken")
async def _(stage: Stage) -> Request:
    issued = await stage.post("admin", "/api/tokens", {"name": "POS", "scopes": ["stores.read"]})
    return Request(await stage.client("admin"), "DELETE", f"/api/tokens/{issued['id']}")


@ACCOUNT_SCENARIOS.of("setWecomUser")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    form = {"userId": f"U{stage.number}"}
    return Request(await stage.client("admin"), "PUT", f"/api/accounts/{opened['id']}/wecom-user", form)
