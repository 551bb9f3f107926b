"""Promotions over HTTP."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.permissions import PLAN_PROMOTION, READ_PROMOTIONS
from storewalk.ordering.promotion_schemas import (
    AddPromotion,
    CancelPromotion,
    ChangePromotion,
    PromotionDetail,
    PromotionOut,
)
from storewalk.ordering.queries.promotion_list import Asked, list_promotions, read_promotion
from storewalk.ordering.service import promotion_plan


@query("/", operation_id="listPromotions", permission=READ_PROMOTIONS)
async def get_promotions(
    tx: ReadTx,
    *,
    place: FromQuery[UUID | None] = None,
    from_: Annotated[date | None, QueryParameter(name="from")] = None,
    to: FromQuery[date | None] = None,
    before: FromQuery[date | None] = None,
    q: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[PromotionOut]:
    """List promotions of the reader's stores or of one `place`: with a day from `from` to `to`, over `before` a day."""
    asked = Asked(place=place, since=from_, until=to, before=before, q=q, limit=limit, cursor=cursor)
    return await list_promotions(tx, asked)


@command("/", operation_id="addPromotion", permission=PLAN_PROMOTION, status=201)
async def add_promotion(tx: Tx, data: JSONBody[AddPromotion]) -> PromotionDetail:
    """Plan a promotion."""
    return await read_promotion(tx, await promotion_plan.add_promotion(tx, data))


@query("/{promotion_id:uuid}", operation_id="getPromotion", permission=READ_PROMOTIONS)
async def get_promotion(tx: ReadTx, promotion_id: FromPath[UUID]) -> PromotionDetail:
    """Return a promotion with its products."""
    return await read_promotion(tx, promotion_id)


@command("/{promotion_id:uuid}", operation_id="changePromotion", permission=PLAN_PROMOTION, method="PUT")
async def change_promotion(tx: Tx, promotion_id: FromPath[UUID], data: JSONBody[ChangePromotion]) -> PromotionDetail:
    """Plan a promotion otherwise."""
    return await read_promotion(tx, await promotion_plan.change_promotion(tx, promotion_id, data))


@command("/{promotion_id:uuid}/cancellation", operation_id="cancelPromotion", permission=PLAN_PROMOTION)
async def cancel_promotion(tx: Tx, promotion_id: FromPath[UUID], data: JSONBody[CancelPromotion]) -> PromotionDetail:
    """Cancel a promotion."""
    return await read_promotion(tx, await promotion_plan.cancel_promotion(tx, promotion_id, data))


PROMOTION_ROUTER: Final = Router(
    "/api/promotions",
    route_handlers=[get_promotions, add_promotion, get_promotion, change_promotion, cancel_promotion],
)
