"""A store's check-in code over HTTP: for whoever hangs its poster up."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, JSONBody

from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.stores import hot
from storewalk.stores.code_queries import read_code
from storewalk.stores.permissions import EDIT, SHOW_CODE
from storewalk.stores.schemas import CheckInCodeOut, RenewCheckInCode, StoreOut
from storewalk.stores.service.renew_code import renew_code


@query("/stores/{store_id:uuid}/check-in-code", operation_id="getCheckInCode", permission=SHOW_CODE)
async def get_code(tx: ReadTx, store_id: FromPath[UUID]) -> CheckInCodeOut:
    """Return what the poster's QR code says."""
    return await read_code(tx, store_id)


@command("/stores/{store_id:uuid}/check-in-code/renewal", operation_id="renewCheckInCode", permission=EDIT)
async def post_renewal(tx: Tx, store_id: FromPath[UUID], data: JSONBody[RenewCheckInCode]) -> StoreOut:
    """Give a store another code; the answer, which a receipt keeps, does not tell it."""
    await renew_code(tx, store_id, data)
    return await hot.get_store(tx, store_id, EDIT)


CODE_ROUTER: Final = Router("/api", route_handlers=[get_code, post_renewal])
