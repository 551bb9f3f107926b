"""Visits of the demo chain: how an inspector comes to a store, what is found there, and whom it is given to."""

import zlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

import numpy as np

from storewalk.core.clock import Clock
from storewalk.demo import pictures
from storewalk.demo.chain import SHANGHAI, Chain, Shop
from storewalk.demo.phone import Phone

WELL: Final = 0.9  # a chain in fair order: the share of items that are well
DRAWN_EVERY: Final = 2  # what is wrong is drawn on one photo of so many
OWNED_EVERY: Final = 3  # one finding of so many is given to somebody, until a day


async def visit(
    chain: Chain, store: Shop, clock: Clock, rng: np.random.Generator, run_jobs: Callable[[], Awaitable[None]]
) -> None:
    """Let a store's inspector make the visit that was planned for today."""
    inspector, day = store.inspector, clock.now().astimezone(SHANGHAI).date().isoformat()
    plan = {"storeId": store.id, "templateId": chain.template["id"], "inspectorId": inspector.account_id}
    made = await store.regional.tell("POST", "/api/inspection-plans", {**plan, "plannedFor": day})
    made = await inspector.tell("POST", f"/api/inspections/{made['id']}/start", _arrival(store))
    given = 0
    checkpoints = [c for section in chain.template["sections"] for c in section["checkpoints"]]
    for checkpoint in checkpoints:
        answer = await _answer(inspector, store, checkpoint, clock, rng)
        await inspector.tell("PUT", f"/api/inspections/{made['id']}/answers/{checkpoint['id']}", answer)
        given += 1
    await inspector.tell("POST", f"/api/inspections/{made['id']}/submission", {"answers": given})
    clock.offset += timedelta(minutes=1)
    await run_jobs()


async def _answer(
    inspector: Phone, store: Shop, checkpoint: dict[str, Any], clock: Clock, rng: np.random.Generator
) -> dict[str, Any]:
    """Answer as a chain in fair order would: nine of ten items are well."""
    clock.offset += timedelta(minutes=2)
    well, seed, at = rng.random() < WELL, int(rng.integers(2**31)), clock.now().isoformat()
    kind = checkpoint["answerType"]
    if kind == "photo":
        jpeg = pictures.front(seed)
        if checkpoint["shelf"]:
            jpeg = pictures.shelf(seed, gaps=int(rng.choice([0, 0, 0, 3, 5])))
        spec = await inspector.photograph(store.id, "shelf" if checkpoint["shelf"] else "evidence", at, jpeg)
        return {"photos": [spec]} if checkpoint["shelf"] else {"outcome": "pass", "photos": [spec]}
    answer: dict[str, Any] = {}
    if kind == "passfail":
        answer["outcome"] = "pass" if well else "fail"
    elif kind == "number":
        low, high = checkpoint["numberMin"], checkpoint["numberMax"]
        answer["number"] = str(round(float(rng.uniform(low + 1, high - 1)), 1) if well else high + 3)
    elif kind == "choice":
        choices = [c["code"] for c in checkpoint["choices"] if c["passes"] == well]
        answer["choice"] = choices[int(rng.integers(len(choices)))]
    else:
        answer["text"] = "已与店长沟通，重点关注饮料柜补货和临期品。"
    if not well and kind != "text":
        answer["note"] = "现场已告知店长。"
        if checkpoint["photoRule"] == "onFail":
            photo = await inspector.photograph(store.id, "evidence", at, pictures.shelf(seed, gaps=2))
            answer["photos"] = [_drawn(photo, seed)]
        if seed % OWNED_EVERY == 0:
            due = clock.now() + timedelta(days=2)
            answer |= {"responsibleId": store.manager.account_id, "dueAt": due.isoformat()}
    return answer


def _arrival(store: Shop) -> dict[str, Any]:
    """Say where the phone is: some metres from the middle of the store, or underground with no more than a guess."""
    number = zlib.crc32(store.name.encode())
    lat, lng = store.lat + (number % 7 - 3) * 1e-4, store.lng + (number % 5 - 2) * 1e-4
    place = {"lat": lat, "lng": lng, "datum": "GCJ02"}
    if store.underground:
        reason = {"reason": "indoors", "note": "店在地下一层，定位不准。"}
        return {"position": {**place, "lat": lat + 0.01, "accuracyM": 1400}, "checkIn": reason}
    return {"position": {**place, "accuracyM": 8 + number % 20}}


def _drawn(photo: dict[str, Any], seed: int) -> dict[str, Any]:
    """Draw on a photo what is meant, with a word beside it."""
    if seed % DRAWN_EVERY:
        return photo
    circle = {"kind": "circle", "x": 0.36, "y": 0.3, "toX": 0.66, "toY": 0.52}
    return {**photo, "marks": [circle, {"kind": "text", "x": 0.5, "y": 0.6, "text": "这里要补"}]}
