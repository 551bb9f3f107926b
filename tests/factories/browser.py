"""Real Chromium as phone and desk: fake camera, log-in by the form, the service worker, and what went wrong."""

import asyncio
import os
import re
import shutil
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, TypeVar

from msgspec import json
from PIL import Image, ImageEnhance
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Geolocation,
    Locator,
    Page,
    Playwright,
    Request,
    Response,
    ViewportSize,
)  # fmt: skip

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
)  # fmt: skip
PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1440, height=900)
# A machine that builds or trains beside the tests may take this long for what takes a second alone.
PATIENCE_MS = 60_000
LAT, LNG = 31.2304, 121.4737
HERE = Geolocation(latitude=LAT, longitude=LNG, accuracy=12)
Locale = Literal["zh", "en"]
T = TypeVar("T")


def chromium_path() -> str | None:
    """Return where Chromium is, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


async def open_browser(playwright: Playwright, executable: str, camera: Path | None = None) -> Browser:
    """Start Chromium; `camera` is what its fake camera shows (see `film`)."""
    return await playwright.chromium.launch(executable_path=executable, args=flags(camera))


def flags(camera: Path | None) -> list[str]:
    """Return the command line of a browser that shows no window and calls nobody but us."""
    args = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return args if camera is None else [*args, f"--use-file-for-fake-video-capture={camera}"]


def film(pictures: Sequence[Image.Image], path: Path, size: tuple[int, int] = (960, 720)) -> Path:
    """Write pictures as a loop for the fake camera: an MJPEG file is JPEGs (4:2:0) one after the other."""
    frames: list[bytes] = []
    for picture in pictures:
        scale = max(size[0] / picture.width, size[1] / picture.height)
        wide = picture.convert("RGB").resize((round(picture.width * scale), round(picture.height * scale)))
        left, top = (wide.width - size[0]) // 2, (wide.height - size[1]) // 2
        frame = BytesIO()
        wide.crop((left, top, left + size[0], top + size[1])).save(frame, "JPEG", quality=92, subsampling=2)
        frames.append(frame.getvalue())
    path.write_bytes(b"".join(frames))
    return path


def flicker(picture: Image.Image, frames: int = 8) -> list[Image.Image]:
    """Return a picture as light that flickers a little, so that no two shots have the same bytes."""
    return [ImageEnhance.Brightness(picture).enhance(1 + 0.004 * step) for step in range(frames)]


@dataclass
class Watch:
    """What the pages of a context complained about, and what they are still asking for."""

    complaints: list[str] = field(default_factory=list[str])
    asking: set[Request] = field(default_factory=set[Request])

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._asked)
        page.on("requestfinished", self._finished)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def quiet(self) -> bool:
        """Tell whether nothing is on its way but the live stream, which never ends."""
        return all(request.resource_type == "eventsource" for request in self.asking)

    def _said(self, message: ConsoleMessage) -> None:
        # A failed request is noted below, with its address.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        self.asking.add(request)

    def _finished(self, request: Request) -> None:
        self.asking.discard(request)

    def _failed(self, request: Request) -> None:
        self.asking.discard(request)
        # Leaving a page ends what it was still asking for, the live stream first of all.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.method} {request.url}")

    def _answered(self, response: Response) -> None:
        # The console asks who is there before anybody has logged in.
        asks_who = response.status == 401 and response.url.endswith("/api/me")
        if response.status >= 400 and not asks_who:
            self.complaints.append(f"{response.status}: {response.request.method} {response.url}")


@dataclass
class Screen:
    """One person's page and its context."""

    context: BrowserContext
    page: Page
    origin: str
    watch: Watch

    async def log_in(self, username: str, password: str, *, path: str = "/") -> None:
        """Log in by the form, and land on `path`."""
        await self.page.goto(self.origin + path)
        await self.page.locator("input[name=username]").fill(username)
        await self.page.locator("input[name=password]").fill(password)
        await self.page.locator("button[type=submit]").click()
        await self.page.locator("input[name=password]").wait_for(state="detached")

    async def go(self, path: str) -> None:
        """Load an address anew."""
        await self.page.goto(self.origin + path)

    async def push(self, path: str) -> None:
        """Go to an address within the open app, and wait until the screen has all that it asks for."""
        await self.page.evaluate(f"async path => {{ await {ROUTER}.push(path) }}", path)
        await self.settle()

    async def settle(self) -> None:
        """Wait until the app is there and nothing is asked for any more, also after what came was drawn."""
        await self.page.wait_for_function("() => '__vue_app__' in document.querySelector('#app')")
        await self.page.evaluate(f"{ROUTER}.isReady()")
        for _ in range(2):
            await until(self.watch.quiet)
            await self.page.evaluate("new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
        await until(self.watch.quiet)

    async def routes(self) -> dict[str, str]:
        """Return the app's own routes, path by name, those that only redirect left out."""
        found = f"{ROUTER}.getRoutes().filter(r => r.name && !r.redirect).map(r => [String(r.name), r.path])"
        return dict(await self.page.evaluate(found))


ROUTER = "document.querySelector('#app').__vue_app__.config.globalProperties.$router"


async def open_screen(
    browser: Browser, origin: str, *, desk: bool = False, locale: Locale = "zh", dark: bool = False
) -> Screen:
    """Open a fresh context: a phone that may use camera, place and notifications, or a desk."""
    scheme = "dark" if dark else "light"
    context = await browser.new_context(**manners(desk=desk, locale=locale), color_scheme=scheme)
    watch = attended(context)
    return Screen(context, await context.new_page(), origin, watch)


async def open_installed(
    playwright: Playwright, executable: str, profile: Path, origin: str, camera: Path | None
) -> Screen:
    """Open a phone that keeps what it stores in the folder `profile`, also when it is killed."""
    context = await playwright.chromium.launch_persistent_context(
        profile, executable_path=executable, args=flags(camera), **manners(desk=False, locale="zh")
    )
    watch = attended(context)
    return Screen(context, await context.new_page(), origin, watch)


def manners(*, desk: bool, locale: Locale) -> dict[str, Any]:
    """Return how a context behaves: size, touch, language, place and permissions."""
    size: dict[str, Any] = {"viewport": DESK} if desk else {"viewport": PHONE, "is_mobile": True, "has_touch": True}
    return {
        **size,
        "locale": "zh-CN" if locale == "zh" else "en-GB",
        "timezone_id": "Asia/Shanghai",
        "geolocation": HERE,
        "permissions": ["geolocation", "notifications", *([] if desk else ["camera"])],
        "reduced_motion": "reduce",
    }


def attended(context: BrowserContext) -> Watch:
    """Follow every page that a context will open."""
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch()
    context.on("page", watch.follow)
    return watch


def kill(profile: Path) -> None:
    """Kill the browser that keeps its data in `profile`, as a phone that runs low on memory does."""
    mark = f"--user-data-dir={profile}".encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(FileNotFoundError, ProcessLookupError):
                words = (entry / "cmdline").read_bytes().split(b"\0")
                if mark in words and not any(word.startswith(b"--type=") for word in words):
                    os.kill(int(entry.name), signal.SIGKILL)


async def served_by_worker(page: Page) -> None:
    """Wait until the page's service worker is there and serves it."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await page.wait_for_function("() => navigator.serviceWorker.controller !== null")


async def shoot(page: Page, within: Locator, button: str) -> None:
    """Open the camera by a button, shoot, and use the photo, also where the camera finds it poor."""
    await within.get_by_role("button", name=button).click()
    camera = page.get_by_role("dialog", name="拍照")
    await camera.get_by_role("button", name="拍摄").click()
    await camera.get_by_role("button", name=re.compile("^(使用照片|仍然使用)$")).click()
    await camera.wait_for(state="detached")


async def deliver_push(screen: Screen, push: dict[str, Any]) -> None:
    """Hand a push to the page's service worker as the browser's push service does."""
    session = await screen.context.new_cdp_session(screen.page)
    registered: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def found(event: dict[str, Any]) -> None:
        for registration in event["registrations"]:
            if registration["scopeURL"] == f"{screen.origin}/" and not registered.done():
                registered.set_result(registration["registrationId"])

    session.on("ServiceWorker.workerRegistrationUpdated", found)
    await session.send("ServiceWorker.enable")
    data = json.encode(push).decode()
    message = {"origin": screen.origin, "registrationId": await registered, "data": data}
    await session.send("ServiceWorker.deliverPushMessage", message)
    await session.detach()


async def until(holds: Callable[[], bool], seconds: float = PATIENCE_MS / 1000) -> None:
    """Wait until something outside the browser holds."""

    async def ask() -> bool:
        return holds()

    await eventually(ask, seconds)


async def eventually(ask: Callable[[], Awaitable[T]], seconds: float = PATIENCE_MS / 1000) -> T:
    """Ask until the answer is something, and return it."""
    async with asyncio.timeout(seconds):
        while not (found := await ask()):
            await asyncio.sleep(0.05)
    return found
