"""axe-core on the screen that is shown: what is wrong for people with a screen reader, with keys or with poor sight."""

from typing import Final

from playwright.async_api import Page

from tests.factories.served import ROOT

SOURCE: Final = ROOT / "pwa/node_modules/axe-core/axe.min.js"
RUN: Final = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.length} × ${nodes[0].html.slice(0, 140)}`)
}"""


async def axe(page: Page) -> list[str]:
    """Return the violations of axe-core's own rules, each with how many and the first; none for a sound screen."""
    if not await page.evaluate("() => 'axe' in window"):
        await page.evaluate(SOURCE.read_text("utf-8"))
    faults: list[str] = await page.evaluate(RUN)
    return faults
