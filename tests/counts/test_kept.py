"""What an approved count says stays as it was, whatever happens or becomes known afterwards."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.counts.conftest import Counting
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.factories.shop import Shop

pytestmark = pytest.mark.usefixtures("lenient")
KEPT = ("expected", "counted", "variance", "valueCents", "reason", "decision", "submittedVariance")


def ago(minutes: float) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


async def approved(counting: Counting, clerk: Client, regional: Client) -> None:
    """Approve a count of 8 milks of 10, with 20 teas overlooked and 4 breads gone; two milks were sold since."""
    await counting.shop.deliver("面包", 4)
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)))
    await counting.shop.sell("牛奶", 2, ago(10))
    await counting.submit(clerk)
    for product, form in (
        ("牛奶", {"reason": "theft"}),
        ("茶", {"decision": "keep"}),
        ("面包", {"decision": "zero", "reason": "unrecorded_waste"}),
    ):
        assert (await counting.decide(regional, product, **form)).status_code == 200
    await counting.approve(regional)


async def kept(counting: Counting, reader: Client) -> dict[str, tuple[object, ...]]:
    return {name: tuple(each[key] for key in KEPT) for name, each in (await counting.variances(reader)).items()}


async def later_facts(shop: Shop) -> None:
    """Let late and new facts arrive, and another cost."""
    await shop.sell("牛奶", 1, ago(30))
    await shop.sell("茶", 3, ago(40))
    await shop.deliver("茶", 20, 900, occurred_at=ago(50))
    await shop.deliver("牛奶", 10, 1000, occurred_at=ago(0))


async def test_expected_differing_and_why_stand_as_they_were_approved(
    counting: Counting, clerk: Client, regional: Client, run_jobs: JobRunner
) -> None:
    await approved(counting, clerk, regional)
    before = await kept(counting, regional)
    assert before == {
        "牛奶": ("10", "8", "-2", -600, "theft", None, "-2"),
        "茶": ("20", None, "0", 0, None, "keep", "0"),
        "面包": ("4", None, "-4", -1200, "unrecorded_waste", "zero", "0"),
    }
    await later_facts(counting.shop)
    await run_jobs()
    assert await kept(counting, regional) == before
    milk = (await counting.variances(regional))["牛奶"]
    assert (milk["explained"], milk["explainedCents"]) == ("-1", -300)
    answer = await regional.get(f"{counting.path}/sheet.xlsx")
    rows = [list(row) for row in load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[0] == "序号")
    assert {row[2]: row[4:9] for row in rows[start + 1 :]} == {
        "牛奶": [10, 8, -2, -6, "失窃"],
        "茶": [20, None, 0, 0, "未盘，保留账面"],
        "面包": [4, None, -4, -12, "报损未登记 · 未盘，按 0"],
    }


async def test_accuracy_is_valued_at_the_cost_of_then_by_store_and_by_counter(
    counting: Counting, clerk: Client, regional: Client, run_jobs: JobRunner
) -> None:
    await approved(counting, clerk, regional)
    before = (await regional.get("/api/counts/accuracy")).json()
    for part in (before["whole"], before["stores"][0]["accuracy"], before["counters"][0]["accuracy"]):
        assert (part["products"], part["exact"], part["varianceCents"], part["bookCents"]) == (1, 0, 600, 3000)
    await counting.shop.deliver("牛奶", 10, 1000, occurred_at=ago(0))
    await run_jobs()
    assert (await regional.get("/api/counts/accuracy")).json() == before
