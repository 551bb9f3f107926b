"""Founds the demo chain from chain.toml and products.csv: company, regions, stores, people, goods, checklist."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from litestar import Litestar

from storewalk.core.access import Actor, Permission
from storewalk.core.platform import Platform
from storewalk.demo.phone import PASSWORD, Phone
from storewalk.identity import api as identity
from storewalk.inspections import api as inspections

FOLDER: Final = Path(__file__).resolve().parent
SHANGHAI: Final = ZoneInfo("Asia/Shanghai")  # where all of it is


class Shop(msgspec.Struct):
    """A store of the chain, where it is (GCJ-02), with who visits it and who answers for it."""

    id: str
    name: str
    lat: float
    lng: float
    underground: bool
    inspector: Phone
    regional: Phone
    manager: Phone


class Chain(msgspec.Struct):
    """The founded chain: its stores and its checklist, and who may do everything in it."""

    admin: Phone
    buyer: Phone
    finance: Phone
    stores: list[Shop]
    template: dict[str, Any]
    phones: list[Phone]

    async def close(self) -> None:
        """Put all phones away."""
        for phone in self.phones:
            await phone.close()


async def found_chain(app: Litestar, platform: Platform, system: Actor, permissions: Sequence[Permission]) -> Chain:
    """Found the organization and its first account as the system does, all else as its people would."""
    plan = tomllib.loads((FOLDER / "chain.toml").read_text("utf-8"))
    password = await identity.hash_password(PASSWORD)
    async with platform.transaction(system) as tx:
        root = await identity.found(tx, code=plan["code"], name=plan["name"], permissions=permissions)
        grants = [identity.GrantForm(role="admin", node_id=root)]
        form = identity.OpenAccount(username="admin", name=plan["people"][0]["name"], password=PASSWORD, grants=grants)
        await identity.open_account(tx, form, password)
        template = await inspections.install_standard_templates(tx)
    phones: dict[str, Phone] = {}

    async def phone_of(username: str) -> Phone:
        if username not in phones:
            origin = platform.settings.public_origin
            phones[username] = await Phone(app, platform.objects, origin).log_in(username)
        return phones[username]

    admin = await phone_of("admin")
    places = await _open_stores(admin, plan)
    await _open_accounts(admin, plan, {**places, None: str(root)})
    await _list_goods(admin, plan)
    stores: list[Shop] = []
    for region in plan["regions"]:
        suffix = {"上海浦西": "", "上海浦东": ".pudong", "杭州": ".hangzhou"}[region["name"]]
        inspector, regional = await phone_of(f"inspector{suffix}"), await phone_of(f"regional{suffix}")
        for store in region["stores"]:
            manager = await phone_of(manager_of(store["code"]))
            place = places[store["code"]]
            where = store["lat"], store["lng"], store.get("underground", False)
            stores.append(Shop(place, store["name"], *where, inspector, regional, manager))
    detail = await admin.ask(f"/api/inspection-templates/{template}")
    return Chain(admin, await phone_of("buyer"), await phone_of("finance"), stores, detail, list(phones.values()))


def manager_of(code: str) -> str:
    """Return the username of a store's manager."""
    return "manager" if code == "SH001" else f"manager.{code.lower()}"


async def _open_stores(admin: Phone, plan: dict[str, Any]) -> dict[str | None, str]:
    places: dict[str | None, str] = {}
    owners = {
        franchise: (await admin.tell("POST", "/api/legal-entities", {**plan[key], "kind": key}))["id"]
        for franchise, key in ((False, "company"), (True, "franchisee"))
    }
    for region in plan["regions"]:
        places[region["name"]] = (await admin.tell("POST", "/api/regions", {"name": region["name"]}))["id"]
        for store in region["stores"]:
            hours = [{"weekday": d, "opens": store["opens"], "closes": store["closes"]} for d in range(1, 8)]
            form = {
                "code": store["code"],
                "name": store["name"],
                "regionId": places[region["name"]],
                "format": "convenience",
                "legalEntityId": owners[region.get("franchise", False)],
                "position": {"lat": store["lat"], "lng": store["lng"], "datum": "GCJ02"},
                "openingHours": hours,
                "businessDayCut": "04:00",
            }
            places[store["code"]] = (await admin.tell("POST", "/api/stores", form))["id"]
    return places


async def _list_goods(admin: Phone, plan: dict[str, Any]) -> None:
    for code, name in plan["categories"].items():
        await admin.tell("POST", "/api/categories", {"code": code, "name": name})
    for code, name in plan["units"].items():
        await admin.tell("POST", "/api/units", {"code": code, "name": name})
    sheet = (FOLDER / "products.csv").read_text("utf-8")
    answer = await admin.tell("POST", "/api/imports/products", {"csv": sheet, "dryRun": False})
    if not answer["applied"]:
        raise RuntimeError(f"products.csv: {answer['errors'][:3]}")


async def _open_accounts(admin: Phone, plan: dict[str, Any], places: dict[str | None, str]) -> None:
    people = [p for p in plan["people"] if p["username"] != "admin"]
    known = {p["username"] for p in people}
    for region in plan["regions"]:
        for store in region["stores"]:
            username = manager_of(store["code"])
            if username not in known:
                name = f"{store['name'].removesuffix('店')}店长"
                people.append({"username": username, "name": name, "role": "manager", "place": store["code"]})
    for person in people:
        grants = [{"role": person["role"], "nodeId": places[person.get("place")]}]
        form = {"username": person["username"], "name": person["name"], "password": PASSWORD, "grants": grants}
        await admin.tell("POST", "/api/accounts", form)
