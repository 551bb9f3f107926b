"""What does not go smoothly in the demo chain today: work handed over, talked about, blocked, and without anybody."""

import zlib
from datetime import timedelta
from typing import Any

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo import pictures
from storewalk.demo.chain import Chain, Shop
from storewalk.demo.phone import Phone


async def talk_and_block(chain: Chain, clock: Clock) -> None:
    """Leave each screen of tasks something to show."""
    first, second, third, *_, last = chain.stores
    handed = await _open(first, clock, "收银台旁堆放纸箱", "清走纸箱，保持通道畅通")
    people = (await first.manager.ask(f"/api/tasks/people/{first.id}"))["items"]
    clerk = next(person["id"] for person in people if person["id"] != first.manager.account_id)
    await _step(first.manager, handed, "assignment", accountId=clerk)
    await _say(first.regional, handed, "下午我会路过，请先清出消防通道。")
    await _say(first.manager, handed, "好的，已安排李娜处理。")
    await _block(first, await _open(first, clock, "冷藏柜门封老化", "更换门封条"), "repair", "已报修，师傅周三到店。")
    await _block(second, await _open(second, clock, "矿泉水堆头缺货", "补满堆头"), "warehouse", "总仓缺货，明早到。")
    clock.offset = timedelta(days=-5)
    old = await _open(third, clock, "店外灯箱不亮", "联系物业检修线路")
    await _block(third, old, "landlord", "物业排期检修。")
    clock.offset = timedelta(0)
    await chain.admin.tell("POST", f"/api/accounts/{last.manager.account_id}/deactivation")
    await _open(last, clock, "门头招牌破损", "更换招牌面板", critical=True)


async def _open(store: Shop, clock: Clock, title: str, requirement: str, **more: Any) -> dict[str, Any]:
    at = clock.now().isoformat()
    photo = await store.regional.photograph(
        store.id, "evidence", at, pictures.shelf(zlib.crc32(f"{store.name} {title}".encode()), gaps=2)
    )
    form = {
        "tasks": [{"id": str(new_id()), "storeId": store.id}],
        "title": title,
        "requirement": requirement,
        "photos": [photo],
        **more,
    }
    (opened,) = (await store.regional.tell("POST", "/api/tasks", form))["items"]
    return opened


async def _block(store: Shop, task: dict[str, Any], reason: str, note: str) -> None:
    await _step(store.manager, task, "block", reason=reason, note=note)


async def _say(phone: Phone, task: dict[str, Any], text: str) -> None:
    await phone.tell("POST", f"/api/tasks/{task['id']}/comments", {"id": str(new_id()), "text": text})


async def _step(phone: Phone, task: dict[str, Any], step: str, **form: Any) -> None:
    await phone.tell("POST", f"/api/tasks/{task['id']}/{step}", {**form, "ifVersion": task["version"]})
