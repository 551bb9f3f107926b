"""Suggestions over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.permissions import PLAN_STORE, READ_SUGGESTIONS
from storewalk.ordering.queries.suggestion_list import suggestions_of
from storewalk.ordering.queries.suggestion_offers import offers_beside
from storewalk.ordering.queries.suggestion_scope import store_meant
from storewalk.ordering.queries.suggestion_why import why
from storewalk.ordering.service import suggestion_plan
from storewalk.ordering.suggestion_schemas import (
    OffersOut,
    PlanSuggestions,
    SuggestionOut,
    SuggestionsAsked,
    SuggestionsOut,
)
from storewalk.stores.api import business_date


@query("/", operation_id="listSuggestions", permission=READ_SUGGESTIONS)
async def get_suggestions(tx: ReadTx, *, store: FromQuery[UUID | None] = None) -> SuggestionsOut:
    """Return what a store, or the reader's only one, is advised to order today."""
    return await suggestions_of(tx, await store_meant(tx, READ_SUGGESTIONS, store))


@query("/offers", operation_id="listOffersBeside", permission=READ_SUGGESTIONS)
async def get_offers(tx: ReadTx, *, store: FromQuery[UUID | None] = None) -> OffersOut:
    """Return what a store's sources offer beside what is suggested today."""
    store_id = await store_meant(tx, READ_SUGGESTIONS, store)
    day = await business_date(tx, store_id, tx.now)
    return OffersOut(store_id=store_id, day=day, offers=await offers_beside(tx, store_id, day))


@query("/{product_id:uuid}", operation_id="getSuggestion", permission=READ_SUGGESTIONS)
async def get_suggestion(
    tx: ReadTx, product_id: FromPath[UUID], *, store: FromQuery[UUID | None] = None
) -> SuggestionOut:
    """Return why a product is suggested as it is."""
    return await why(tx, await store_meant(tx, READ_SUGGESTIONS, store), product_id)


@command("/plan", operation_id="planSuggestions", permission=PLAN_STORE, status=202)
async def plan_suggestions(tx: Tx, data: JSONBody[PlanSuggestions]) -> SuggestionsAsked:
    """Have a store's suggestions of today computed anew."""
    return await suggestion_plan.ask(tx, data)


SUGGESTION_ROUTER: Final = Router(
    "/api/order-suggestions", route_handlers=[get_suggestions, get_offers, get_suggestion, plan_suggestions]
)
