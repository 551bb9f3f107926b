"""A working day at two stores, as phones send it: visits with photos, tasks, answers, verdicts."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

from tests.factories.inspections import checkpoint, template
from tests.factories.organization import Org
from tests.factories.photos import jpeg
from tests.faults.phone import Phone, Strike, named

STORES: Final = ("A1", "A2")
SHELF_EVERY: Final = 3
LOOK_EVERY_S: Final = 0.2


@dataclass
class Day:
    """What was done, to compare with what the database holds."""

    visits_per_store: int
    visits: list[str] = field(default_factory=list[str])
    answers: int = 0
    failures: int = 0
    photos: dict[str, str] = field(default_factory=dict[str, str])
    answered: list[str] = field(default_factory=list[str])

    @property
    def commands(self) -> int:
        """How many acts the visits and photos alone take: a bound for where kills may fall."""
        return len(STORES) * self.visits_per_store * (self.visits_per_store + 10)

    def photo(self) -> tuple[bytes, dict[str, Any]]:
        """Take a photo that was not taken before."""
        data = jpeg(seed=len(self.photos) + 1, size=(960, 720))
        spec = named(data)
        self.photos[spec["id"]] = spec["sha256"]
        return data, spec


async def live(day: Day, origin: str, org: Org, strike: Strike) -> None:
    """Live through the day: two phones at two stores, the manager's and the verifier's, all at once."""
    phones = [Phone(origin, strike) for _ in range(5)]
    regional, manager, verifier, *walking = phones
    try:
        await regional.log_in("regional", org.password, org.code)
        await manager.log_in("manager", org.password, org.code)
        for phone in (verifier, *walking):
            await phone.log_in("inspector", org.password, org.code)
        checklist = await regional.send("POST", "/api/inspection-templates", _checklist(day))
        await asyncio.gather(
            *(_walk(phone, day, org, store, checklist) for phone, store in zip(walking, STORES, strict=True)),
            _manage(manager, day, org),
            _verify(verifier, day, org),
        )
    finally:
        for phone in phones:
            day.answered += phone.answered
            await phone.close()


def _checklist(day: Day) -> dict[str, Any]:
    questions = [checkpoint(f"c{n}", photoRule="onFail") for n in range(day.visits_per_store)]
    chiller = checkpoint("chiller", "number", numberMin=0, numberMax=8, unit="℃")
    shelf = checkpoint("shelf", "photo", shelf=True, required=False)
    return template([*questions, chiller, checkpoint("front", "photo"), shelf])


async def _walk(phone: Phone, day: Day, org: Org, store: str, checklist: dict[str, Any]) -> None:
    """Each visit: text first, then its photos, as the engine's lanes have it. Visit n fails question n."""
    points = {c["key"]: c["id"] for section in checklist["sections"] for c in section["checkpoints"]}
    store_id = str(org.places[store])
    for number in range(day.visits_per_store):
        visit_id = str(uuid4())
        day.visits.append(visit_id)
        form = {"id": visit_id, "storeId": store_id, "templateId": checklist["id"]}
        await phone.send("POST", "/api/inspections", form)
        waiting: list[tuple[bytes, dict[str, Any], str]] = []
        answers: dict[str, dict[str, Any]] = {
            f"c{n}": {"outcome": "fail" if n == number else "pass"} for n in range(day.visits_per_store)
        } | {"chiller": {"number": 4}, "front": {}}
        if number % SHELF_EVERY == 0:
            answers["shelf"] = {"outcome": "pass"}
        for key, body in answers.items():
            if key in {f"c{number}", "front", "shelf"}:
                data, spec = day.photo()
                waiting.append((data, spec, "shelf" if key == "shelf" else "evidence"))
                body["photos"] = [spec]
            await phone.send("PUT", f"/api/inspections/{visit_id}/answers/{points[key]}", body)
        await phone.send("POST", f"/api/inspections/{visit_id}/submission", {"answers": len(answers)})
        day.answers += len(answers)
        day.failures += 1
        for data, spec, purpose in waiting:
            await phone.hand_in(data, store_id, spec, purpose)


async def _manage(phone: Phone, day: Day, org: Org) -> None:
    """The manager of the first store answers every open task until all are accepted."""
    store_id = str(org.places[STORES[0]])
    while True:
        tasks = (await phone.get("/api/tasks", store=store_id, limit="100"))["items"]
        if sum(task["status"] == "accepted" for task in tasks) == day.visits_per_store:
            return
        for task in tasks:
            if task["status"] == "open":
                data, spec = day.photo()
                body = {"note": "已整改", "photos": [spec], "ifVersion": task["version"]}
                await phone.send("POST", f"/api/tasks/{task['id']}/response", body)
                await phone.hand_in(data, store_id, spec)
        await asyncio.sleep(LOOK_EVERY_S)


async def _verify(phone: Phone, day: Day, org: Org) -> None:
    """The inspector returns the first answer to every second task, and accepts the others."""
    store_id = str(org.places[STORES[0]])
    accepted = 0
    while accepted < day.visits_per_store:
        for task in (await phone.get("/api/tasks", store=store_id, status="answered", limit="100"))["items"]:
            fit = task["returnedCount"] > 0 or int(task["title"]["zh"].removeprefix("c")) % 2 == 0
            body = {"accepted": fit, "reason": None if fit else "还缺一排", "ifVersion": task["version"]}
            await phone.send("POST", f"/api/tasks/{task['id']}/verification", body)
            accepted += fit
        await asyncio.sleep(LOOK_EVERY_S)
