"""The sheet of orders: the rows of head office's list under the same filters."""

from typing import Final

from storewalk.core.schemas import Words
from storewalk.integrations.given_sheet import Given, cents, number, text
from storewalk.integrations.order_words import STATES, YES_NO, minutes, moment
from storewalk.ordering.api import DeskOrder

ORDERS: Final = Given[DeskOrder](
    "orders",
    Words("订单", "Orders"),
    (
        text("门店编码", "Store code", lambda row, _: row.store_code),
        text("门店", "Store", lambda row, _: row.store_name),
        text("来源", "Source", lambda row, _: row.source_name),
        text("订货日", "Order day", lambda row, _: row.day.isoformat()),
        text("状态", "Status", lambda row, locale: STATES[row.state].in_locale(locale)),
        text("加急", "Urgent", lambda row, locale: YES_NO[row.urgent].in_locale(locale)),
        number("行数", "Lines", lambda row: row.totals.lines),
        number("改动行数", "Lines changed", lambda row: row.totals.changed),
        cents("金额", "Amount", lambda row: row.totals.cents),
        cents("预算", "Budget", lambda row: row.budget_cents),
        text("提交人", "Submitted by", lambda row, _: row.submitted_by_name),
        moment("提交时间", "Submitted", lambda row: row.submitted_at),
        text("处理人", "Decided by", lambda row, _: row.decided_by_name),
        moment("处理时间", "Decided", lambda row: row.decided_at),
        number("等待（分钟）", "Waited (min)", lambda row: minutes(row.waited_s)),
        text("应到", "Due", lambda row, _: row.expected_on and row.expected_on.isoformat()),
        moment("收货时间", "Received", lambda row: row.received_at),
        text("备注", "Note", lambda row, _: row.note),
    ),
)
