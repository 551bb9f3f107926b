"""One real use of every command about accounts, sessions and tokens, as `scenarios` has them for the others."""

from datetime import UTC, datetime
from typing import Final

from pyotp.totp import TOTP

from tests.factories.client import Client
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


@ACCOUNT_SCENARIOS.of("setAccountPhone")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    return Request(await stage.client("admin"), "PUT", f"/api/accounts/{opened['id']}/phone", {"phone": "13912345678"})


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


async def newcomer(stage: Stage, *, begun: bool = False, confirmed: bool = False) -> tuple[Client, dict[str, str]]:
    """Return somebody new, logged in, with the second factor as far as it is wanted; and the account, with a code."""
    opened = await stage.account()
    client, told = await stage.log_in(opened["username"]), {"id": opened["id"]}
    if begun or confirmed:
        secret = (await client.post("/api/me/second-factor", {"password": stage.org.password})).json()["secret"]
        told["code"] = TOTP(secret).at(datetime.now(UTC))
    if confirmed:
        assert (await client.post("/api/me/second-factor/confirmation", {"code": told["code"]})).is_success
    return client, told


@ACCOUNT_SCENARIOS.of("changePassword")
async def _(stage: Stage) -> Request:
    client, _ = await newcomer(stage)
    form = {"password": stage.org.password, "newPassword": "another-password-1"}
    return Request(client, "PUT", "/api/me/password", form)


@ACCOUNT_SCENARIOS.of("beginSecondFactor")
async def _(stage: Stage) -> Request:
    client, _ = await newcomer(stage)
    return Request(client, "POST", "/api/me/second-factor", {"password": stage.org.password})


@ACCOUNT_SCENARIOS.of("confirmSecondFactor")
async def _(stage: Stage) -> Request:
    client, told = await newcomer(stage, begun=True)
    return Request(client, "POST", "/api/me/second-factor/confirmation", {"code": told["code"]})


@ACCOUNT_SCENARIOS.of("renewRecoveryCodes")
async def _(stage: Stage) -> Request:
    client, _ = await newcomer(stage, confirmed=True)
    return Request(client, "POST", "/api/me/second-factor/recovery-codes", {"password": stage.org.password})


@ACCOUNT_SCENARIOS.of("removeSecondFactor")
async def _(stage: Stage) -> Request:
    client, _ = await newcomer(stage, confirmed=True)
    return Request(client, "POST", "/api/me/second-factor/removal", {"password": stage.org.password})


@ACCOUNT_SCENARIOS.of("resetPassword")
async def _(stage: Stage) -> Request:
    _, told = await newcomer(stage)
    return Request(await stage.client("admin"), "POST", f"/api/accounts/{told['id']}/password-reset")


@ACCOUNT_SCENARIOS.of("resetSecondFactor")
async def _(stage: Stage) -> Request:
    _, told = await newcomer(stage, confirmed=True)
    return Request(await stage.client("admin"), "POST", f"/api/accounts/{told['id']}/second-factor-reset")


@ACCOUNT_SCENARIOS.of("setAccessPolicy")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await stage.once(
        "policy", lambda: admin.put("/api/access-policy", {"secondFactor": "off", "permissions": [], "ifVersion": 0})
    )
    version = (await admin.get("/api/access-policy")).json()["version"]
    rule = [
        {"secondFactor": "optional", "permissions": []},
        {"secondFactor": "required", "permissions": ["results.read"]},
    ]
    return Request(admin, "PUT", "/api/access-policy", {**rule[stage.number % 2], "ifVersion": version})
