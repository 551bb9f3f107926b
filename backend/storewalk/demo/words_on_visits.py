"""What others say of the demo chain's visits: managers sign or dispute, regional managers decide and review."""

import zlib
from datetime import timedelta
from typing import Any, Final

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo import pictures
from storewalk.demo.chain import SHANGHAI, Chain
from storewalk.demo.phone import Phone

# One store of so many disputes what was found there, one never signs, and one visit is sent back to its inspector.
DISPUTED_EVERY: Final = 3
UNSIGNED_EVERY: Final = 6
SENT_BACK_EVERY: Final = 8


async def have_a_word(chain: Chain, clock: Clock) -> None:
    """Let managers dispute a finding here and there, and sign what was found in the last days."""
    stores = {store.id: (number, store.manager) for number, store in enumerate(chain.stores)}
    first = (clock.now().astimezone(SHANGHAI) - timedelta(days=1)).date().isoformat()
    made = await chain.admin.ask("/api/inspections", status="scored", **{"from": first})
    for item in made["items"]:
        if item["signedAt"] or item["openDisputes"]:
            continue
        number, manager = stores[item["storeId"]]
        visit = await manager.ask(f"/api/inspections/{item['id']}")
        found = [answer for answer in visit["answers"] if answer["outcome"] == "fail"]
        if found and number % DISPUTED_EVERY == 0 and not visit["signing"]["disputes"]:
            await _dispute(manager, visit, found[0], clock)
        elif number % UNSIGNED_EVERY:
            await manager.tell("POST", f"/api/inspections/{item['id']}/signature", {})


async def decide(chain: Chain) -> None:
    """Let regional managers decide what is disputed."""
    for grants, regional in enumerate(_regionals(chain)):
        for item in (await regional.ask("/api/disputes", status="open"))["items"]:
            granted = bool(grants % 2)
            note = "看了补拍的照片，同意。" if granted else "巡店时的照片很清楚，维持原判。"
            form = {"granted": granted, "note": note} | ({"outcome": "pass"} if granted else {})
            await regional.tell("POST", f"/api/disputes/{item['id']}/decision", form)


async def review(chain: Chain) -> None:
    """Let regional managers approve what was scored, and send one visit back here and there."""
    numbers = {store.id: number for number, store in enumerate(chain.stores)}
    for regional in _regionals(chain):
        waiting = (await regional.ask("/api/visit-reviews", stand="waiting"))["items"]
        good: list[dict[str, Any]] = []
        for item in waiting:
            if numbers[item["storeId"]] % SENT_BACK_EVERY == SENT_BACK_EVERY - 1:
                form = {"note": "到店时间偏短，请说明。", "ifVersion": item["version"]}
                await regional.tell("POST", f"/api/inspections/{item['id']}/return", form)
            else:
                good.append({"visitId": item["id"], "ifVersion": item["version"]})
        if good:
            await regional.tell("POST", "/api/visit-reviews/approval", {"visits": good})


async def _dispute(manager: Phone, visit: dict[str, Any], answer: dict[str, Any], clock: Clock) -> None:
    seed = zlib.crc32(visit["storeName"].encode())
    at = clock.now().isoformat()
    photo = await manager.photograph(visit["storeId"], "evidence", at, pictures.shelf(seed, gaps=0))
    form = {
        "id": str(new_id()),
        "checkpointId": answer["checkpointId"],
        "reason": "mendedThere",
        "text": "巡店当场已经补好，请看照片。",
        "photos": [photo],
    }
    await manager.tell("POST", f"/api/inspections/{visit['id']}/disputes", form)


def _regionals(chain: Chain) -> list[Phone]:
    return list({id(store.regional): store.regional for store in chain.stores}.values())
