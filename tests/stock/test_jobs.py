"""Partitions are there before their month begins, and a book that is wrong does not stay unseen."""

from collections.abc import Generator
from datetime import timedelta

import pytest

from storewalk import maintenance
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.core.settings import Settings
from storewalk.stock.jobs import AddMonths, ProveStock, StockDiffers, add_months, prove
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive

PARTITIONS = """
SELECT c.relname FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
WHERE h.inhparent = 'stock_move'::regclass ORDER BY 1"""
SPOIL = "UPDATE stock_item SET quantity = quantity + 1 WHERE org_id = $1"
MEND = "UPDATE stock_item SET quantity = quantity - 1 WHERE org_id = $1"


@pytest.fixture
def in_two_years(platform: Platform) -> Generator[None]:
    """Let the rest of the test happen two years from now."""
    platform.clock.offset += timedelta(days=730)
    yield
    platform.clock.offset -= timedelta(days=730)


@pytest.mark.usefixtures("in_two_years")
async def test_the_months_to_come_get_their_partitions_once(platform: Platform, org: Org, app_tx: AppTx) -> None:
    ctx = JobContext(platform, org.id)
    async with app_tx(org) as tx:
        before = [row["relname"] for row in await tx.fetch(PARTITIONS)]
    await add_months(ctx, AddMonths())
    await add_months(ctx, AddMonths())
    async with app_tx(org) as tx:
        added = [row["relname"] for row in await tx.fetch(PARTITIONS) if row["relname"] not in before]
        assert len(added) == 4
        assert added[0] == f"stock_move_{tx.now:%Y%m}"


async def test_a_balance_that_is_not_the_sum_of_its_moves_fails_the_nightly_proof(
    buyer: Client, platform: Platform, org: Org, app_tx: AppTx
) -> None:
    await receive(buyer, org.places["A1"], line(await add_product(buyer, "C1"), "2", 50))
    ctx = JobContext(platform, org.id)
    await prove(ctx, ProveStock())
    await prove(ctx, ProveStock())
    async with app_tx(org) as tx:
        await tx.fetch(SPOIL, org.id)
    with pytest.raises(StockDiffers):
        await prove(ctx, ProveStock())
    async with app_tx(org) as tx:
        await tx.fetch(MEND, org.id)


async def test_the_command_prints_the_proof_of_every_organization_and_fails_on_a_difference(
    buyer: Client, settings: Settings, org: Org, app_tx: AppTx, capsys: pytest.CaptureFixture[str]
) -> None:
    await receive(buyer, org.places["A1"], line(await add_product(buyer, "C1"), "2", 50))
    assert await maintenance.proved(settings)
    assert f"{org.id}: balances that are not the sum of their moves: 0\n" in capsys.readouterr().out
    async with app_tx(org) as tx:
        await tx.fetch(SPOIL, org.id)
    assert not await maintenance.proved(settings)
    told = capsys.readouterr().out
    assert f"{org.id}: balances that are not the sum of their moves: 1\n" in told
    assert '"kept":"3.0000","moved":"2.0000"' in told
    async with app_tx(org) as tx:
        await tx.fetch(MEND, org.id)
