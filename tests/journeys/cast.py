"""Who takes part in the story of an inspection, each with a browser of their own."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Request

from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.arrange import plan_visit
from tests.notifications.push_service import Browser as PushTarget
from tests.notifications.push_service import PushService, push_service

Launch = Callable[[Path | None], AbstractAsyncContextManager[Browser]]


@dataclass
class Cast:
    """Who takes part, and what the inspector's phone sent."""

    served: Installation
    org: Org
    visit_id: str
    inspector: Screen
    manager: Screen
    desk: Screen
    visit_desk: Page
    task_desk: Page
    service: PushService
    target: PushTarget
    sent: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    photos: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    def note(self, request: Request) -> None:
        """Keep the commands of the inspector's phone in their order, and what it says of its photos."""
        path = urlsplit(request.url).path
        if request.method not in {"POST", "PUT"}:
            return
        self.sent.append((request.method, path))
        if path == "/api/photos":
            body: Any = request.post_data_json
            self.photos[body["id"]] = body


@asynccontextmanager
async def assembled(served: Installation, org: Org, launch: Launch, cameras: tuple[Path, Path]) -> AsyncGenerator[Cast]:
    """Give inspector and manager a phone and a camera each, and the administrator a desk with two pages."""
    visit = await plan_visit(served, org)
    async with AsyncExitStack() as undo:
        service = await undo.enter_async_context(push_service())
        pocket = await undo.enter_async_context(launch(cameras[0]))
        office = await undo.enter_async_context(launch(cameras[1]))
        inspector = await open_screen(pocket, served.origin)
        manager = await open_screen(office, served.origin)
        desk = await open_screen(office, served.origin, desk=True)
        found = Cast(
            served=served,
            org=org,
            visit_id=visit["id"],
            inspector=inspector,
            manager=manager,
            desk=desk,
            visit_desk=desk.page,
            task_desk=await desk.context.new_page(),
            service=service,
            target=PushTarget(f"{service.origin}/send/manager"),
        )
        inspector.context.on("request", found.note)
        yield found
