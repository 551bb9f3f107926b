"""Every route of both apps, in both languages, light and dark, with data: nothing raw, broken, too wide or faint.

A screen with a fault is photographed into build/shots, with STOREWALK_SHOTS=1 every one.
"""

import json
import os
import re
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from tests.factories.browser import Locale, Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import ROOT, Installation
from tests.journeys.axe import axe
from tests.journeys.cast import Launch
from tests.journeys.furnish import Furnished, furnish

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
TAPS = (Path(__file__).parent / "taps.js").read_text("utf-8")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
SHOTS = ROOT / "build/shots"
PREFIXES = sorted({key for path in (ROOT / "pwa/src/i18n").glob("*/*.json") for key in json.loads(path.read_text())})
ROLES = {"mobile": ("admin", "inspector", "manager"), "console": ("admin", "regional")}
FIRST = {
    ("mobile", "zh"): ("admin", "manager"), ("mobile", "en"): ("inspector",),
    ("console", "zh"): ("admin",), ("console", "en"): ("regional",),
}  # fmt: skip
"""Each route in each language once and each role once: the short run. Who sees it in the other language is the long."""
NARROW = "regional"
"""Whose screen is the narrowest that the console is made for."""
DARK = "en"
"""The language whose screens are looked at in dark mode; the other's are in light mode."""
WIDTHS = """async texts => {
  const widths = []
  for (const text of texts) {
    const shown = document.body.appendChild(Object.assign(document.createElement('span'), { textContent: text }))
    await document.fonts.ready
    widths.push(shown.getBoundingClientRect().width)
    shown.remove()
  }
  return widths
}"""
"""How wide texts are on a page."""
AT = {"mobile": "/", "console": "/console/"}


@pytest.fixture(scope="module")
async def furnished(served: Installation) -> Furnished:
    """A chain with data on every screen."""
    return await furnish(served, await served.found())


@pytest.fixture(scope="module")
async def browser(launch: Launch, gappy_shelf: Path) -> AsyncGenerator[Browser]:
    """A browser whose camera shows a shelf."""
    async with launch(gappy_shelf) as opened:
        yield opened


@pytest.mark.parametrize(("app", "locale"), FIRST)
async def test_every_route_is_sound(
    served: Installation, furnished: Furnished, browser: Browser, app: str, locale: Locale
) -> None:
    await crawl(served, furnished, browser, app, locale=locale, roles=FIRST[app, locale])


@pytest.mark.e2e
@pytest.mark.parametrize(("app", "locale"), FIRST)
async def test_every_route_is_sound_for_everybody_else(
    served: Installation, furnished: Furnished, browser: Browser, app: str, locale: Locale
) -> None:
    others = tuple(role for role in ROLES[app] if role not in FIRST[app, locale])
    await crawl(served, furnished, browser, app, locale=locale, roles=others)


async def crawl(
    served: Installation, furnished: Furnished, browser: Browser, app: str, *, locale: Locale, roles: tuple[str, ...]
) -> None:
    found: dict[str, list[str]] = {}
    for role in roles:
        await speak(served, furnished.org, role, locale)
        screen = await open_screen(browser, served.origin, desk=app == "console", locale=locale, dark=locale == DARK)
        if role == NARROW:
            await screen.page.set_viewport_size({"width": 1024, "height": 768})
        await screen.go(AT[app] + "login")
        found[f"{role} login"] = await look(screen, app, locale, f"{role}-login")
        await screen.log_in(furnished.org.username(role), furnished.org.password, path=AT[app] + "login")
        await screen.settle()
        for name, path in (await screen.routes()).items():
            if name != "login":
                await screen.push(address(app, path, furnished.ids))
                found[f"{role} {name}"] = await look(screen, app, locale, f"{role}-{name}")
        for name, path in (furnished.faces if app == "console" else {}).items():
            await screen.push(path)
            found[f"{role} {name}"] = await look(screen, app, locale, f"{role}-{name}")
        await screen.context.close()
    assert {where: faults for where, faults in found.items() if faults} == {}


async def look(screen: Screen, app: str, locale: Locale, name: str) -> list[str]:
    """Photograph a screen and return what is wrong with it and what it complained about."""
    await screen.settle()
    size = screen.page.viewport_size
    assert size is not None
    arguments: dict[str, Any] = {"prefixes": PREFIXES, "width": size["width"], "lang": locale}
    faults: list[str] = await screen.page.evaluate(LOOK, arguments)
    faults += await screen.page.evaluate(CONTRAST)
    faults += await axe(screen.page)
    faults += await screen.page.evaluate(TAPS) if app == "mobile" else []
    complaints, screen.watch.complaints[:] = list(screen.watch.complaints), []
    if faults or complaints or os.environ.get("STOREWALK_SHOTS"):
        await screen.page.screenshot(path=SHOTS / app / f"{locale}-{name}.png")
    return faults + complaints


def address(app: str, path: str, ids: dict[str, str]) -> str:
    """Fill the address of a detail with the ids of something that is there; a new kind of detail needs data here.

    `:id` is of the address's first part, in one app if the other shows another; a part with a name is found by it.
    """
    kind = path.split("/")[1]

    def named(part: re.Match[str]) -> str:
        return ids[part[1]] if part[1] != "id" else ids.get(f"{app} {kind}") or ids[kind]

    return re.sub(r":(\w+)", named, path.replace("/:rest(.*)*", "/nowhere"))


async def speak(served: Installation, org: Org, role: str, locale: Locale) -> None:
    """Let an account use a language."""
    async with served.client(org, role) as client:
        assert (await client.put("/api/me/locale", {"locale": locale})).status_code == 200


@pytest.mark.parametrize("app", ["mobile", "console"])
async def test_the_quotation_marks_of_english_are_no_wider_than_its_letters(
    served: Installation, browser: Browser, app: str
) -> None:
    screen = await open_screen(browser, served.origin, desk=app == "console", locale="en")
    await screen.go(AT[app] + "login")
    await screen.settle()
    marks, letters = await screen.page.evaluate(WIDTHS, ["“”", "mm"])
    await screen.context.close()
    assert 0 < marks < letters


async def test_the_crawler_sees_what_it_is_there_for(browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": 390, "height": 844})
    await page.set_content(
        "<html lang=fr><h1>a</h1><h1>b</h1><p>task.status.open</p><p>{count} left</p><p>undefined</p><button></button>"
        "<input><img src='data:,' width=9 height=9><p id=x></p><p id=x></p><div style='width:600px'>wide</div></html>"
    )
    faults = await page.evaluate(LOOK, {"prefixes": PREFIXES, "width": 390, "lang": "zh"})
    await page.set_content(
        "<p style='color:#888'>faint</p><p style='color:#000'>plain</p><p style='color:#999'><b></b></p>"
    )
    faint = await page.evaluate(CONTRAST)
    await page.set_content(
        "<button style='width:40px;height:60px'>a</button><label style='padding:20px'><input>b</label>"
    )
    small = await page.evaluate(TAPS)
    await page.close()
    assert [fault.split(":")[0] for fault in small] == ["small 40 × 60"]
    assert faint == ["contrast 3.5: faint"]
    assert [fault.split(":")[0] for fault in faults] == [
        "raw key", "unfilled place", "no value", "wider than 390", "lang is fr", "2 first headings", "0 main parts",
        "no name", "no name", "no alt", "broken", "id twice",
    ]  # fmt: skip
