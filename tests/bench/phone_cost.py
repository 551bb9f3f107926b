"""CPU of a phone whose visit has five hundred checkpoints with a photo each, none sent yet; and what a poll brings it.

Counted is what Chromium's main thread does in real screens of the built app, slowed to a quarter as a cheap phone is.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Final

import httpx
import msgspec
from playwright.async_api import Page, async_playwright

from tests.bench.main_thread import Watched, Work
from tests.bench.photo_cost import stack_client
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.bench.visit_cost import begin, publish, send
from tests.factories.browser import Screen, chromium_path, open_browser, open_screen, served_by_worker
from tests.factories.inspections import photo
from tests.factories.served import built_pwa

CHECKPOINTS, SLOWER, TIMES = 500, 4, 3
UNIT = "main-thread ms at a quarter's speed"
# A person who taps waits for a section; that an answer is kept goes on beside them, in tasks of at most some 60 ms; the
# app comes up in the time that a phone's own splash screen stays. All of it until the page is quiet again.
SECTION_GOAL: Final = 300.0
ANSWER_GOAL: Final = 400.0
START_GOAL: Final = 2000.0
# Thirty frames a second while somebody scrolls through cards with photos.
FRAME_GOAL: Final = 33.0
# One answer of five hundred was given: the visit whole would be some 400 to 700 KB.
POLL_GOAL: Final = 5.0
FILLED = (Path(__file__).parents[1] / "journeys/filled.js").read_text("utf-8")
FULL = """() => {
  const head = document.querySelector('header')
  return document.querySelector('article button') !== null && head.textContent.includes('500/500')
}"""
QUIET = """async () => {
  let last = performance.now()
  const watching = new MutationObserver(() => { last = performance.now() })
  watching.observe(document.body, { subtree: true, childList: true, attributes: true })
  while (performance.now() - last < 1000) await new Promise((later) => setTimeout(later, 100))
  watching.disconnect()
}"""
TAB = """number => {
  const tab = document.querySelectorAll('.m-section')[number]
  tab.scrollIntoView()
  const { x, y, width, height } = tab.getBoundingClientRect()
  return [x + width / 2, y + height / 2]
}"""
FAIL = """async number => {
  const there = () => document.querySelectorAll('article[data-checkpoint]')[number]
  for (let turn = 0; turn < 2; turn += 1) {
    there().scrollIntoView({ block: 'center' })
    await new Promise((later) => setTimeout(later, 800))
  }
  const { x, y, width, height } = there().querySelectorAll('[aria-pressed]')[1].getBoundingClientRect()
  return [x + width / 2, y + height / 2]
}"""
SCROLL = """async () => {
  for (let frame = 0; frame < 400; frame += 1) {
    scrollBy({ top: 60, behavior: 'instant' })
    await new Promise(requestAnimationFrame)
  }
  return scrollY
}"""


async def measure(installation: Installation) -> list[Row]:
    """Return the rows; none where there is no Chromium."""
    chromium = chromium_path()
    if chromium is None:
        print("  visit.*: no Chromium on this machine")
        return []
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    environment = {**installation.environment, "STOREWALK_PORT": str(port), "STOREWALK_PUBLIC_ORIGIN": origin}
    environment["STOREWALK_PWA_DIR"] = str(await asyncio.to_thread(built_pwa))
    async with AsyncExitStack() as stack:
        stack.enter_context(running(["-m", "storewalk.cli", "serve"], environment))
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        client = await stack_client(installation, origin)
        stack.push_async_callback(client.aclose)
        visit = await begin(client, installation, await publish(client, CHECKPOINTS))
        poll = await poll_kb(installation, client, visit["id"], visit["answers"][0]["checkpointId"])
        playwright = await stack.enter_async_context(async_playwright())
        browser = await open_browser(playwright, chromium)
        stack.push_async_callback(browser.close)
        screen = await open_screen(browser, origin)
        screen.page.set_default_timeout(180_000)
        org = installation.org
        await screen.log_in("admin", org.password, path=f"/login?org={org.code}")
        await served_by_worker(screen.page)
        await screen.push(f"/visits/{visit['id']}")
        await screen.context.set_offline(True)
        size = {"width": 2048, "height": 1536}
        await screen.page.evaluate(FILLED, {"account": visit["inspectorId"], "visit": visit, **size})
        session = await screen.context.new_cdp_session(screen.page)
        await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found = await of_screen(screen, f"/visits/{visit['id']}")
    return [*found, Row("visit.poll_500_kb", poll, "KB of JSON after one answer", POLL_GOAL, "lower")]


async def of_screen(screen: Screen, path: str) -> list[Row]:
    """Measure the visit's screen."""
    page, browser = screen.page, screen.context.browser
    assert browser is not None

    async def work(act: Callable[[], Awaitable[object]]) -> Work:
        await page.evaluate(QUIET)
        async with Watched(browser, page) as watched:
            await act()
            await page.evaluate(QUIET)
        return watched.work

    async def nothing() -> None:
        """Only wait, so that what watching costs is known."""

    async def start() -> None:
        await screen.go(path)
        await page.wait_for_function(FULL, polling=200)

    async def taps(where: str, first: int) -> float:
        spent: list[float] = []
        for number in range(first, first + TIMES):
            await page.evaluate(QUIET)
            x, y = await page.evaluate(where, number)
            spent.append((await work(lambda x=x, y=y: page.touchscreen.tap(x, y))).spent_ms)
        return median(spent)

    watching = (await work(nothing)).spent_ms
    started = (await work(start)).spent_ms
    section = await taps(TAB, 2)
    answer = await taps(FAIL, 1)
    await failed(page, TIMES)
    await page.evaluate("scrollTo(0, 0)")
    frame = (await work(lambda: page.evaluate(SCROLL))).frame_ms
    return [
        Row("visit.start_500_ms", started - watching, UNIT, START_GOAL, "lower"),
        Row("visit.section_500_ms", section - watching, UNIT, SECTION_GOAL, "lower"),
        Row("visit.answer_500_ms", answer - watching, UNIT, ANSWER_GOAL, "lower"),
        Row("visit.frame_500_ms", frame, UNIT, FRAME_GOAL, "lower"),
    ]


async def failed(page: Page, times: int) -> None:
    """Check that the taps gave answers, so that what was measured was measured."""
    pressed = await page.locator("article [aria-pressed=true]").all_text_contents()
    if pressed.count("未通过") != times:
        raise AssertionError(pressed)


async def poll_kb(installation: Installation, client: httpx.AsyncClient, visit_id: str, checkpoint_id: str) -> float:
    """Return what the delta sync brings of a visit after one of its answers was given, uncompressed.

    The visit itself began longer ago than a delta reaches back, as it did on any phone but for its first minute.
    """
    async with installation.platform.transaction(installation.org.system) as tx:
        await tx.fetch("UPDATE inspection SET changed_at = changed_at - interval '2 minutes' RETURNING id")
    known = (await client.get("/api/sync", params={"answers": "true"})).raise_for_status().json()
    body = {"outcome": "pass", "photos": [photo()]}
    await send(client, "PUT", f"/api/inspections/{visit_id}/answers/{checkpoint_id}", body)
    answer = await client.get("/api/sync", params={"since": known["cursor"], "answers": "true"})
    told = answer.raise_for_status().json()
    # The checklist is new, and other rows' visits may have just ended: they come as well, and are no part of it.
    whole = [each for each in told["visits"] if each["id"] == visit_id]
    changed = [each for each in told["visitAnswers"] if each["visitId"] == visit_id]
    if len(changed) != 1:
        raise AssertionError(answer.text[:200])
    return len(msgspec.json.encode([whole, changed])) / 1000
