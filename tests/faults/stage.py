"""Arrangements for every command of the application, so that each can be sent for real, more than once."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import httpx

from storewalk.core.schemas import Words
from storewalk.metadata import metadata
from storewalk.notifications.api import Notice, notify
from storewalk.tasks.api import open_task
from tests.factories.catalog import found_catalogue, product_form
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, photo, publish, template
from tests.factories.organization import Org
from tests.factories.tasks import finding

TABLES: Final = [table.name for table in metadata.sorted_tables if "org_id" in table.columns]


@dataclass(frozen=True)
class Request:
    """A command, ready to be sent any number of times."""

    client: Client
    method: str
    path: str
    body: Any = None

    async def send(self, key: str) -> httpx.Response:
        """Send it under an idempotency key."""
        return await self.client.send(self.method, self.path, self.body, key=key)


@dataclass
class Stage:
    """An organization and what a scenario needs to make something new in it; `number` rises with each scenario."""

    org: Org
    log_in: LogIn
    app_tx: AppTx
    number: int = 0
    _clients: dict[str, Client] = field(default_factory=dict[str, Client])
    _made: dict[str, Any] = field(default_factory=dict[str, Any])

    async def client(self, role: str) -> Client:
        """Return the one client of a role."""
        if role not in self._clients:
            self._clients[role] = await self.log_in(role)
        return self._clients[role]

    async def post(self, role: str, path: str, body: Any = None) -> Any:
        """Send a command that must succeed, and return its answer."""
        answer = await (await self.client(role)).post(path, body)
        assert answer.is_success, answer.text
        return answer.json()

    async def once(self, name: str, make: Callable[[], Awaitable[Any]]) -> Any:
        """Make something at its first use."""
        if name not in self._made:
            self._made[name] = await make()
        return self._made[name]

    async def checklist(self) -> dict[str, Any]:
        """Return a checklist of a question and a shelf."""
        questions = [checkpoint("floor"), checkpoint("shelf", "photo", shelf=True)]
        return await self.once("checklist", lambda: self._publish(template(questions)))

    async def plan(self) -> dict[str, Any]:
        """Plan a visit of the inspector's for the day after tomorrow."""
        return await self.post("regional", "/api/inspection-plans", await self.plan_form())

    async def plan_form(self) -> dict[str, Any]:
        """Return the form of a plan."""
        day = (datetime.now(UTC) + timedelta(days=2)).date()
        return {
            "storeId": str(self.org.places["A1"]),
            "templateId": (await self.checklist())["id"],
            "inspectorId": str(self.org.accounts["inspector"]),
            "plannedFor": day.isoformat(),
        }

    async def visit(self, *, answered: bool = False, submitted: bool = False) -> Visit:
        """Begin a visit; answer both questions, the shelf by a photo that has yet to arrive; submit."""
        inspector = await self.client("inspector")
        visit = await begin(inspector, self.org.places["A1"], (await self.checklist())["id"])
        if answered:
            await visit.answer("floor", outcome="fail")
            await visit.answer("shelf", photos=[photo()])
        if submitted:
            await visit.submit(2)
        return visit

    async def task(self, *, answered: bool = False, blocked: bool = False) -> str:
        """Open a task at A1 that was found by the inspector, and have the manager answer it or block it."""
        async with self.app_tx(self.org) as tx:
            task_id = await open_task(tx, finding(self.org, tx, fault_key=f"fault-{self.number}"))
        if answered:
            await self.post("manager", f"/api/tasks/{task_id}/response", self.response())
        if blocked:
            await self.post("manager", f"/api/tasks/{task_id}/block", {"reason": "repair", "ifVersion": 1})
        return str(task_id)

    def response(self, version: int = 1) -> dict[str, Any]:
        """Return an answer to a task."""
        return {"note": "已补满", "photos": [photo()], "ifVersion": version}

    async def account(self) -> dict[str, Any]:
        """Open an account."""
        return await self.post("admin", "/api/accounts", self.person())

    def person(self) -> dict[str, Any]:
        """Return the form of an account."""
        grants = [{"role": "clerk", "nodeId": str(self.org.places["A1"])}]
        return {"username": f"li.mei.{self.number}", "name": "李梅", "password": "storewalk-test", "grants": grants}

    async def product(self) -> dict[str, Any]:
        """Add a product."""
        return await self.post("buyer", "/api/products", await self.product_form())

    async def product_form(self, **changes: Any) -> dict[str, Any]:
        """Return the form of a product in a small catalogue."""
        buyer = await self.client("buyer")
        await self.once("catalogue", lambda: found_catalogue(buyer))
        return await product_form(buyer, code=f"00{self.number}", barcodes=[], **changes)

    async def store(self) -> dict[str, Any]:
        """Add a store."""
        return await self.post("admin", "/api/stores", self.store_form())

    def store_form(self, **changes: Any) -> dict[str, Any]:
        """Return the form of a store."""
        code, region = f"N{self.number}", str(self.org.places["A"])
        return {"code": code, "name": f"新店 {self.number}", "regionId": region, **changes}

    async def held(self) -> Counter[str]:
        """Count the organization's rows in every table, its events by kind, and its jobs by name."""
        counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name} WHERE org_id = $1" for name in TABLES)
        async with self.app_tx(self.org) as tx:
            rows = await tx.raw.fetch(counts, self.org.id)
            kinds = await tx.raw.fetch("SELECT kind, count(*) FROM event WHERE org_id = $1 GROUP BY 1", self.org.id)
            jobs = await tx.raw.fetch(
                "SELECT entrypoint, count(*) FROM pgqueuer WHERE headers ->> 'org' = $1 GROUP BY 1", str(self.org.id)
            )
        return Counter({row[0]: row[1] for row in (*rows, *kinds, *jobs)})

    async def told(self) -> UUID:
        """Put an entry into the manager's inbox."""
        words = Words("缺货", "Gaps")
        who = (self.org.accounts["manager"],)
        async with self.app_tx(self.org) as tx:
            return (await notify(tx, Notice(account_ids=who, kind="t", title=words, body=words, link="/tasks/1")))[0]

    async def _publish(self, draft: dict[str, Any]) -> dict[str, Any]:
        return await publish(await self.client("regional"), draft)
