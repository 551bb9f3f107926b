"""What is said of orders in sheets, as the screens say it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from storewalk.core.schemas import Words
from storewalk.integrations.given_sheet import Column, text
from storewalk.ordering.api import ClaimKind, ClaimState, DeviationReason, OrderState

HOME: Final = ZoneInfo("Asia/Shanghai")
MINUTE: Final = 60
YES_NO: Final = {True: Words("是", "Yes"), False: Words("否", "No")}
STATES: Final = {
    OrderState.DRAFT: Words("草稿", "Draft"),
    OrderState.RETURNED: Words("已退回", "Returned"),
    OrderState.WAITING: Words("待审批", "Waiting for approval"),
    OrderState.APPROVED: Words("已批准", "Approved"),
    OrderState.REFUSED: Words("未批准", "Turned down"),
    OrderState.ACCEPTED: Words("已接单", "Accepted"),
    OrderState.PARTLY_SHIPPED: Words("部分发货", "Partly shipped"),
    OrderState.SHIPPED: Words("已发货", "Shipped"),
    OrderState.PARTLY_RECEIVED: Words("部分收货", "Partly received"),
    OrderState.RECEIVED: Words("已收货", "Received"),
    OrderState.CLOSED: Words("已完成", "Done"),
    OrderState.CANCELLED: Words("已取消", "Cancelled"),
}
REASONS: Final = {
    DeviationReason.LOCAL_EVENT: Words("附近有活动", "Local event"),
    DeviationReason.WEATHER: Words("天气", "Weather"),
    DeviationReason.PROMOTION: Words("促销", "Promotion"),
    DeviationReason.CUSTOMER_ORDER: Words("顾客预订", "Customer order"),
    DeviationReason.SELLS_OTHERWISE: Words("卖得不一样", "Sells differently"),
    DeviationReason.STOCK_IS_WRONG: Words("库存不准", "Stock is wrong"),
    DeviationReason.NO_SPACE: Words("放不下", "No space"),
    DeviationReason.QUALITY: Words("质量问题", "Quality"),
    DeviationReason.OTHER: Words("其他", "Other"),
}
CLAIM_KINDS: Final = {
    ClaimKind.SHORTAGE: Words("少货", "Shortage"),
    ClaimKind.DAMAGE: Words("破损", "Damage"),
    ClaimKind.RETURN: Words("退货", "Return"),
}
CLAIM_STATES: Final = {
    ClaimState.OPEN: Words("待处理", "Open"),
    ClaimState.SETTLED: Words("已赔付", "Settled"),
    ClaimState.REFUSED: Words("已拒绝", "Refused"),
}


def moment(zh: str, en: str, of: Callable[[Any], datetime | None]) -> Column:
    """Return a column of instants: a chain may lie in several zones, so its heading says which clock it is."""
    return text(
        f"{zh}（北京时间）",
        f"{en} (Beijing time)",
        lambda row, _: f"{at.astimezone(HOME):%Y-%m-%d %H:%M}" if (at := of(row)) else None,
    )


def minutes(seconds: int | None) -> int | None:
    """Return whole minutes."""
    return None if seconds is None else seconds // MINUTE
