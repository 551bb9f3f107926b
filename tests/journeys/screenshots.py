"""`make screenshots`: the README's two pictures, from the demo chain of a running `make run` (PORT=, default 8080)."""

import asyncio
import os
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from tests.factories.browser import DESK, PHONE, chromium_path, open_browser

FOLDER = Path(__file__).resolve().parents[2] / "infra" / "images"
ORIGIN = f"http://127.0.0.1:{os.environ.get('PORT', '8080')}"
PASSWORD = "storewalk-demo"
TASKS = "async (status) => (await (await fetch(`/api/tasks?status=${status}`)).json()).items"
ZONE = "Asia/Shanghai"  # the demo chain's, whatever the machine's
SETTLED_MS = 2_000  # pictures fade in, the chart draws its line


async def main() -> None:
    """Take both pictures."""
    executable = chromium_path()
    if executable is None:
        raise SystemExit("Chromium is missing")
    FOLDER.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        browser = await open_browser(playwright, executable)
        await phone(browser)
        await console(browser)
        await browser.close()


async def log_in(page: Page, path: str, username: str) -> None:
    """Log in by the form at `path`."""
    await page.goto(f"{ORIGIN}{path}")
    await page.locator("input").first.fill(username)
    await page.locator("input[type=password]").fill(PASSWORD)
    await page.locator("button[type=submit]").first.click()
    await page.wait_for_url(lambda url: "login" not in url)


async def phone(browser: Browser) -> None:
    """Show a task about a shelf, on the phone of an inspector who has one: what was found, with the model's boxes."""
    for inspector in ("inspector", "inspector.pudong", "inspector.hangzhou"):
        context = await browser.new_context(viewport=PHONE, device_scale_factor=2, locale="zh-CN", timezone_id=ZONE)
        page = await context.new_page()
        await log_in(page, "/", inspector)
        tasks = [task for status in ("answered", "open") for task in await page.evaluate(TASKS, status)]
        about_shelves = [task["id"] for task in tasks if "饮料柜" in task["title"]["zh"]]
        if about_shelves:
            await page.goto(f"{ORIGIN}/tasks/{about_shelves[0]}")
            await page.locator("img").first.wait_for()
            await page.wait_for_timeout(SETTLED_MS)
            await page.screenshot(path=FOLDER / "phone.png")
            await context.close()
            return
        await context.close()
    raise SystemExit("the demo chain has no open task about a shelf today")


async def console(browser: Browser) -> None:
    """Show the overview."""
    context = await browser.new_context(viewport=DESK, locale="zh-CN", timezone_id=ZONE)
    page = await context.new_page()
    await log_in(page, "/console/", "admin")
    await page.get_by_text("人民路店").first.wait_for()
    await page.wait_for_timeout(SETTLED_MS)
    await page.screenshot(path=FOLDER / "console.png")
    await context.close()


if __name__ == "__main__":
    asyncio.run(main())
