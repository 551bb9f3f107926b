"""Head office edits a checklist: sorted, filled from the library, tried out, refused, published, read back."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from storewalk.inspections.api import install_standard_template
from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.cast import Launch

COOLER, TAGS, CHILLER = "饮料柜是否缺货？", "价签齐全、与商品对应？", "冷藏柜内是多少度？"
TRACES, BARRIERS = "发现几处虫鼠痕迹？", "防鼠板、风幕、灭蝇灯装对、能用？"


@dataclass
class Author:
    """The regional manager's desk, and the standard visit that she edits."""

    served: Installation
    org: Org
    screen: Screen
    template: str

    @property
    def page(self) -> Page:
        return self.screen.page

    def section(self, number: int) -> Locator:
        return self.page.get_by_role("region", name=f"第 {number} 节")

    def question(self, title: str) -> Locator:
        return self.page.locator("article.d-question").filter(has=self.page.get_by_role("button", name=title))

    async def titles(self, number: int) -> list[str]:
        """Return the questions of a section as they stand."""
        return await self.section(number).locator(".d-question-title .d-strong").all_inner_texts()

    def card(self, title: str) -> Locator:
        """Return a question on the phone that is drawn beside the form."""
        phone = self.page.get_by_role("complementary", name="手机预览")
        return phone.get_by_role("article").filter(has_text=title)

    async def edit(self) -> None:
        await self.page.goto(f"{self.served.origin}/console/templates/{self.template}/edit")
        await expect(self.section(4)).to_be_visible()

    async def published(self) -> dict[str, Any]:
        async with self.served.client(self.org, "regional") as regional:
            return (await regional.get(f"/api/inspection-templates/{self.template}")).json()


@pytest.fixture
async def author(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Author]:
    """Logged in, at the list."""
    async with served.platform.transaction(company.system) as tx:
        template = await install_standard_template(tx)
    async with launch(None) as browser:
        screen = await open_screen(browser, served.origin, desk=True)
        await screen.log_in(company.username("regional"), company.password, path="/console/templates")
        yield Author(served, company, screen, str(template))
        await screen.context.close()


async def test_a_checklist_is_edited_tried_out_and_published(author: Author) -> None:
    await it_opens_from_the_list(author)
    await questions_are_sorted_by_pointer_and_by_keyboard(author)
    await the_library_fills_a_section(author)
    await the_phone_beside_asks_by_condition(author)
    await a_fault_is_told_at_its_field(author)
    await what_changed_is_read_before_it_is_published(author)
    await the_earlier_version_stays_readable(author)
    await it_is_copied(author)
    await nothing_unpublished_is_lost_without_asking(author)
    assert [said for said in author.screen.watch.complaints if not said.startswith("422")] == []


async def it_opens_from_the_list(author: Author) -> None:
    page = author.page
    await page.get_by_role("link", name="门店标准巡检").click()
    await page.get_by_role("button", name="编辑并发布新版本").click()
    await expect(author.section(4)).to_be_visible()
    assert await author.titles(1) == [COOLER, TAGS, "促销陈列是否到位？"]


async def questions_are_sorted_by_pointer_and_by_keyboard(author: Author) -> None:
    page = author.page
    grip, first = page.get_by_role("button", name=f"移动“{TAGS}”"), author.question(COOLER)
    start, end = await grip.bounding_box(), await first.bounding_box()
    assert start
    assert end
    await page.mouse.move(start["x"] + 8, start["y"] + 8)
    await page.mouse.down()
    await page.mouse.move(end["x"] + 60, end["y"] + 6, steps=5)
    await page.mouse.up()
    assert await author.titles(1) == [TAGS, COOLER, "促销陈列是否到位？"]
    # With the keyboard a question goes on into the next section, and the focus goes with it.
    grip = page.get_by_role("button", name="移动“促销陈列是否到位？”")
    await grip.press("ArrowDown")
    await expect(grip).to_be_focused()
    assert (await author.titles(2))[:2] == ["促销陈列是否到位？", CHILLER]
    await grip.press("ArrowUp")
    assert await author.titles(1) == [TAGS, COOLER, "促销陈列是否到位？"]


async def the_library_fills_a_section(author: Author) -> None:
    page = author.page
    await author.section(2).get_by_role("button", name="从检查项库添加").click()
    library = page.get_by_role("dialog", name="检查项库")
    await expect(library.get_by_role("checkbox", name=CHILLER)).to_be_disabled()
    for word, title in (("虫鼠痕迹", TRACES), ("air curtain", BARRIERS)):
        await library.get_by_role("textbox", name="搜索检查项").fill(word)
        await expect(library.get_by_role("status")).to_have_text("1 项")
        await library.get_by_role("checkbox", name=title).check()
    await library.get_by_role("button", name="添加 2 项").click()
    await expect(library).to_be_hidden()
    assert (await author.titles(2))[-2:] == [TRACES, BARRIERS]


async def the_phone_beside_asks_by_condition(author: Author) -> None:
    page = author.page
    barriers = author.question(BARRIERS)
    await barriers.get_by_role("button", name=BARRIERS).nth(1).click()
    await barriers.get_by_role("combobox", name="什么时候问").click()
    await page.get_by_role("option", name=TRACES).click()
    await expect(barriers.get_by_role("checkbox", name="未通过", exact=True)).to_be_checked()
    await page.get_by_role("button", name="食品安全 0/4").click()
    await expect(author.card(TRACES)).to_be_visible()
    await expect(author.card(BARRIERS)).to_have_count(0)
    await author.card(TRACES).get_by_role("textbox").fill("2")
    await expect(author.card(BARRIERS)).to_be_visible()
    await expect(author.card(TRACES)).to_contain_text("怎么改：封存被污染食品")
    await author.card(TRACES).get_by_role("textbox").fill("0")
    await expect(author.card(BARRIERS)).to_have_count(0)


async def a_fault_is_told_at_its_field(author: Author) -> None:
    page = author.page
    traces = author.question(TRACES)
    await traces.get_by_role("button", name=TRACES).nth(1).click()
    await traces.get_by_label("下限").fill("3")
    await page.get_by_role("button", name="发布第 2 版").click()
    asked = page.get_by_role("dialog", name="发布第 2 版")
    await asked.get_by_role("button", name="发布").click()
    await expect(asked).to_be_hidden()
    await expect(traces.get_by_role("alert")).to_have_text("上限不能小于下限。")
    assert (await author.published())["version"] == 1
    await traces.get_by_label("下限").fill("0")
    # What the page itself misses is told before anything is sent.
    cooler = author.section(1).locator("article.d-question").nth(1)
    await cooler.get_by_role("button", name=COOLER).nth(1).click()
    await cooler.get_by_label("检查项 · 中文").fill("")
    await cooler.get_by_label("检查项 · 英文").fill("")
    await page.get_by_role("button", name="发布第 2 版").click()
    await expect(cooler.get_by_role("alert")).to_have_text("请填写（任一语言）。")
    await cooler.get_by_label("检查项 · 中文").fill(COOLER)
    await cooler.get_by_label("检查项 · 英文").fill("Is the drinks cooler fully stocked?")


async def what_changed_is_read_before_it_is_published(author: Author) -> None:
    page = author.page
    await page.get_by_role("button", name="发布第 2 版").click()
    asked = page.get_by_role("dialog", name="发布第 2 版")
    lines = asked.get_by_role("listitem")
    await expect(lines).to_have_count(3)
    for line, said in zip(await lines.all(), (COOLER, TRACES, BARRIERS), strict=True):
        await expect(line).to_contain_text(said)
    await asked.get_by_role("button", name="发布").click()
    await expect(page.get_by_role("dialog", name="门店标准巡检")).to_contain_text("第 2 版")
    shown = await author.published()
    keys = [point["key"] for part in shown["sections"] for point in part["checkpoints"]]
    assert keys[:7] == [
        "price-tags",
        "drinks-cooler",
        "promotion",
        "chiller-temperature",
        "expired-goods",
        "hot-food-holding",
        "pest-traces",
    ]
    barriers = shown["sections"][1]["checkpoints"][4]
    assert barriers["condition"] == {"key": "pest-traces", "outcomes": ["fail"], "choices": []}


async def the_earlier_version_stays_readable(author: Author) -> None:
    drawer = author.page.get_by_role("dialog", name="门店标准巡检")
    await expect(drawer).to_contain_text(f"在“{TRACES}”为 未通过 时询问")
    await drawer.locator(".el-select").click()
    await author.page.get_by_role("option", name="系统自带").click()
    await expect(drawer).to_contain_text("这是旧版本")
    await expect(drawer).not_to_contain_text(TRACES)


async def it_is_copied(author: Author) -> None:
    page = author.page
    drawer = page.get_by_role("dialog", name="门店标准巡检", exact=True)
    await drawer.locator(".el-select").click()
    await page.get_by_role("option", name="（当前）").click()
    await drawer.get_by_role("button", name="复制").click()
    await page.get_by_role("dialog", name="复制检查表").get_by_role("button", name="复制").click()
    await expect(page.get_by_role("dialog", name="门店标准巡检（副本）")).to_contain_text(BARRIERS)
    await expect(page.get_by_role("row", name="门店标准巡检（副本）")).to_contain_text("第 1 版")


async def nothing_unpublished_is_lost_without_asking(author: Author) -> None:
    page = author.page
    await author.edit()
    await page.get_by_label("检查表名称 · 中文").fill("我们的巡检")
    await page.get_by_role("button", name="取消").click()
    question = page.get_by_role("dialog", name="有未发布的修改")
    await question.get_by_role("button", name="继续编辑").click()
    await expect(page.get_by_label("检查表名称 · 中文")).to_have_value("我们的巡检")
    await page.get_by_role("link", name="整改").click()
    await question.get_by_role("button", name="放弃修改").click()
    await expect(page.get_by_role("heading", name="整改", level=1)).to_be_visible()
    assert (await author.published())["name"]["zh"] == "门店标准巡检"
