"""What other rooms may use of ordering."""

from storewalk.ordering.fulfil_events import (
    OrderAccepted,
    OrderClaimDecided,
    OrderClaimOpened,
    OrderClosed,
    OrderReceived,
    OrderRestGivenUp,
    OrderShipped,
)
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState
from storewalk.ordering.jobs import ask_for_plan
from storewalk.ordering.order_desk_schemas import DeskOrder
from storewalk.ordering.order_models import DeviationReason
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import EDIT_CALENDAR, EDIT_SUPPLY, PLAN_PROMOTION, READ_PROMOTIONS
from storewalk.ordering.promotion_models import PromotionKind
from storewalk.ordering.purchase_events import OrderDayMoved, PurchaseAnswered, PurchaseNotSent
from storewalk.ordering.queries.fulfil_news import WarehouseNews, warehouse_news
from storewalk.ordering.queries.order_desk_list import DeskFilter, whole_list
from storewalk.ordering.queries.result_read import FinishedLine, finished_lines, not_carried
from storewalk.ordering.queries.result_refs import claim_ref, order_ref, shipment_ref, source_ref
from storewalk.ordering.service.promotion_sheet import PromotionLine, give_out_promotions, take_in_promotions
from storewalk.ordering.service.signal_days import DayLine, give_out_days, take_in_days
from storewalk.ordering.service.supply.delivery_sheet import DeliveryLine, give_out_deliveries, take_in_deliveries
from storewalk.ordering.service.supply.offer_sheet import OfferLine, give_out_offers, take_in_offers
from storewalk.ordering.signal_models import DayKind
from storewalk.ordering.supply_models import ServiceClass

__all__ = [
    "EDIT_CALENDAR",
    "EDIT_SUPPLY",
    "PLAN_PROMOTION",
    "READ_PROMOTIONS",
    "ClaimKind",
    "ClaimState",
    "DayKind",
    "DayLine",
    "DeliveryLine",
    "DeskFilter",
    "DeskOrder",
    "DeviationReason",
    "FinishedLine",
    "OfferLine",
    "OrderAccepted",
    "OrderClaimDecided",
    "OrderClaimOpened",
    "OrderClosed",
    "OrderDayMoved",
    "OrderReceived",
    "OrderRestGivenUp",
    "OrderShipped",
    "OrderState",
    "PromotionKind",
    "PromotionLine",
    "PurchaseAnswered",
    "PurchaseNotSent",
    "ServiceClass",
    "WarehouseNews",
    "ask_for_plan",
    "claim_ref",
    "finished_lines",
    "give_out_days",
    "give_out_deliveries",
    "give_out_offers",
    "give_out_promotions",
    "not_carried",
    "order_ref",
    "shipment_ref",
    "source_ref",
    "take_in_days",
    "take_in_deliveries",
    "take_in_offers",
    "take_in_promotions",
    "warehouse_news",
    "whole_list",
]
