"""One installation and one Playwright for all journeys; each test has its own organization and browsers."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, Playwright, async_playwright, expect

from shelfvision.synth.api import draw_shelf
from tests.factories.browser import PATIENCE_MS, chromium_path, film, flicker, open_browser
from tests.factories.organization import Org
from tests.factories.served import ROOT, Installation, installation
from tests.journeys.cast import Launch

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="package")
def chromium() -> str:
    """Where Chromium is; without it the journeys are skipped."""
    found = chromium_path()
    if found is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium fonts-noto-cjk)")
    return found


@pytest.fixture(scope="package")
async def served(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Installation]:
    """The real processes on one port."""
    del chromium  # nothing is started where there is no browser to look at it
    with installation(tmp_path_factory.mktemp("served")) as running:
        yield running
        await running.platform.close()


@pytest.fixture(scope="package")
async def playwright() -> AsyncGenerator[Playwright]:
    """Playwright's driver."""
    async with async_playwright() as driver:
        yield driver


@pytest.fixture(scope="package")
def launch(playwright: Playwright, chromium: str) -> Launch:
    """`async with launch(film) as browser`: Chromium, with what its camera shows."""
    return partial(opened, playwright, chromium)


@asynccontextmanager
async def opened(playwright: Playwright, chromium: str, camera: Path | None = None) -> AsyncGenerator[Browser]:
    """Open a browser and close it."""
    browser = await open_browser(playwright, chromium, camera)
    yield browser
    await browser.close()


@pytest.fixture
async def company(served: Installation) -> Org:
    """A fresh organization of the installation."""
    return await served.found()


@pytest.fixture(scope="package")
def gappy_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an inspector's camera sees: a real shelf with empty places, or a drawn one without the real photos."""
    picture = real_photo("gaps/val", "109801692d") or draw_shelf(7, 1280, 960, 9).image
    return film(flicker(picture), tmp_path_factory.mktemp("camera") / "gappy.mjpeg")


@pytest.fixture(scope="package")
def full_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the store manager's camera sees: a shelf without an empty place."""
    picture = real_photo("gaps/val", "68d4659b65") or draw_shelf(8, 1280, 960, 0).image
    return film(flicker(picture), tmp_path_factory.mktemp("camera") / "full.mjpeg")


def real_photo(folder: str, name: str) -> Image.Image | None:
    """Return one of the real shelf photos, if they are on this machine."""
    shared = Path(os.environ.get("STOREWALK_SHARED", ROOT.parent / "shared/data"))
    path = shared / f"shelf/{folder}/images/{name}.jpg"
    return Image.open(path) if path.is_file() else None
