"""Give a store another check-in code."""

from uuid import UUID, uuid4

from storewalk.core.errors import Conflict
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.stores import hot, permissions, queries
from storewalk.stores.events import CheckInCodeRenewed
from storewalk.stores.schemas import RenewCheckInCode


async def renew_code(tx: Tx, store_id: UUID, form: RenewCheckInCode) -> None:
    """Make the store's code worth nothing from now on, and give it another.

    Raises NotFound outside the actor's scope, Conflict when the store was changed meanwhile.
    """
    await require_within(tx, permissions.EDIT, store_id)
    store = (await queries.lock_record(tx, store_id)).store
    if store.version != form.if_version:
        raise Conflict("stores.changed_meanwhile", current=await hot.get_store(tx, store_id, permissions.EDIT))
    store.former_check_in_code, store.check_in_code = store.check_in_code, uuid4().hex.upper()
    store.check_in_code_at = tx.now
    tx.record(CheckInCodeRenewed(subject_id=store_id, store_id=store_id))
    await tx.flush()
