"""A store's check-in code: for its poster, and for whoever was shown one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.stores.check_in_code import CodeVerdict, KeptCode, judge, spoken
from storewalk.stores.models import Store
from storewalk.stores.permissions import SHOW_CODE
from storewalk.stores.schemas import CheckInCodeOut


async def read_code(tx: AnyTx, store_id: UUID) -> CheckInCodeOut:
    """Return a store's code. Raises NotFound outside the actor's scope."""
    await require_within(tx, SHOW_CODE, store_id)
    kept = await _kept(tx, store_id)
    return CheckInCodeOut(text=spoken(store_id, kept.check_in_code), renewed_at=kept.check_in_code_at)


async def judge_code(tx: AnyTx, store_id: UUID, said: str, at: datetime) -> CodeVerdict:
    """Judge a code that somebody scanned at a store, whoever asks. Raises NotFound."""
    return judge(said, store_id, await _kept(tx, store_id), at)


async def _kept(tx: AnyTx, store_id: UUID) -> KeptCode:
    columns = select(Store.check_in_code, Store.former_check_in_code, Store.check_in_code_at)
    kept = await tx.one_or_none(columns.where(Store.org_id == tx.org_id, Store.id == store_id), KeptCode)
    if kept is None:
        raise NotFound("stores.no_store")
    return kept
