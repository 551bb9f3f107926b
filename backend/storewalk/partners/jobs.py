"""The background work about suppliers."""

from typing import Final

import msgspec

from storewalk.core.jobs import JobContext, JobHandler
from storewalk.partners.letters import Addressee, Letter, send_letter
from storewalk.partners.models import OrderWay
from storewalk.partners.queries import get_supplier
from storewalk.partners.way_queries import lock_way
from storewalk.partners.way_service import note_test
from storewalk.partners.way_work import TryWay

TEST: Final = "test"


class TryBody(msgspec.Struct, frozen=True, rename="camel"):
    """What a supplier's system gets as a test."""

    supplier_code: str


async def try_way(ctx: JobContext, job: TryWay) -> None:
    """Make one attempt and write down how it went; whoever asked looks at the answer and asks again.

    Safe to run twice: a test that another has replaced is left alone; one repeated after a crash goes out under the
    same id.
    """
    async with ctx.tx() as tx:
        row = await lock_way(tx, job.supplier_id)
        if row is None or row.test_asked_at != job.asked_at or row.tested_at is not None or row.way is OrderWay.FILE:
            return
        supplier = await get_supplier(tx, job.supplier_id)
        to = Addressee(supplier_id=job.supplier_id, way=row.way, address=row.address, sealed=row.secret)
        language = row.language
    texts = ctx.platform.catalog
    letter = Letter(
        id=f"test.{job.supplier_id}.{job.asked_at.timestamp():.6f}",
        subject=texts.text("partners.test.subject", language),
        text=texts.text("partners.test.text", language, {"supplier": supplier.name}),
        attachments=(),
        type=TEST,
        data=TryBody(supplier.code),
    )
    outcome = await send_letter(ctx, to, letter)
    async with ctx.tx() as tx:
        await note_test(tx, job, outcome)


JOBS: Final = (JobHandler(TryWay, try_way),)
