"""Sheets of the results of ordering: the rows of the page's tables, with the figures that they show."""

from collections.abc import Callable
from typing import Any, Final

from storewalk.analytics.api import (
    ChangeSize,
    ClaimRow,
    DayRow,
    DecidedRow,
    DeliveryRow,
    LineRow,
    ResultRow,
)
from storewalk.core.schemas import Words
from storewalk.integrations.given_sheet import Given, cents, number, percent, text
from storewalk.integrations.order_words import CLAIM_KINDS, CLAIM_STATES, REASONS, YES_NO, minutes, moment

SIZES: Final = {
    ChangeSize.CUT_LARGE: Words("改少一半以上", "Cut by more than half"),
    ChangeSize.CUT_MEDIUM: Words("改少四分之一以上", "Cut by more than a quarter"),
    ChangeSize.CUT_SMALL: Words("略微改少", "Cut a little"),
    ChangeSize.RAISED_SMALL: Words("略微改多", "Raised a little"),
    ChangeSize.RAISED_MEDIUM: Words("改多四分之一以上", "Raised by more than a quarter"),
    ChangeSize.RAISED_LARGE: Words("改多一半以上", "Raised by more than half"),
}
DAY: Final = text("订货日", "Order day", lambda row, _: row.day.isoformat())
STORE: Final = text("门店", "Store", lambda row, _: row.store_name)
SOURCE: Final = text("来源", "Source", lambda row, _: row.source_name)
CODE: Final = text("商品编码", "Product code", lambda row, _: row.product_code)
PRODUCT: Final = text("商品名称", "Product", lambda row, locale: row.product_name.in_locale(locale))


def _stock(of: Callable[[Any], Any]) -> Callable[[ResultRow], Any]:
    return lambda row: None if row.now.stock is None else of(row.now.stock)


TABLE: Final = Given[ResultRow](
    "ordering_results",
    Words("订货报表", "Ordering results"),
    (
        text("编码", "Code", lambda row, _: row.code),
        text("名称", "Name", lambda row, locale: row.name.in_locale(locale)),
        text("区域", "Region", lambda row, _: row.region_name),
        number("比较行数", "Lines compared", lambda row: row.now.accuracy.lines),
        percent("建议准确率", "Accuracy suggested", lambda row: row.now.accuracy.system_accuracy),
        percent("订货准确率", "Accuracy ordered", lambda row: row.now.accuracy.human_accuracy),
        percent("订货偏差", "Bias ordered", lambda row: row.now.accuracy.human_bias),
        number("改动行数", "Lines changed", lambda row: row.now.overrides.lines),
        cents("改动增益", "Value added by changes", lambda row: row.now.overrides.value_added_cents),
        number("商品店天", "Product-days", _stock(lambda stock: stock.product_days)),
        number("缺货店天", "Product-days out of stock", _stock(lambda stock: stock.out_days)),
        percent("缺货率", "Stock-out rate", _stock(lambda stock: stock.out_rate)),
        number("库存天数", "Stock days", _stock(lambda stock: stock.stock_days)),
        cents("销售额", "Sales", _stock(lambda stock: stock.sales_cents)),
        cents("过期变质", "Expired and spoiled", _stock(lambda stock: stock.perished_cents)),
        percent("损耗率", "Waste", _stock(lambda stock: stock.perished_rate)),
        percent("满足率", "Fill rate", lambda row: row.now.fill.fill_rate),
        percent("准时到货率", "On time", lambda row: row.now.deliveries and row.now.deliveries.on_time_rate),
        percent("直接通过", "Passed by rules", lambda row: row.now.approvals and row.now.approvals.by_rules_share),
        number("审批中位时长（分钟）", "Median wait (min)",
               lambda row: row.now.approvals and minutes(row.now.approvals.waited_median_s)),
        cents("索赔金额", "Claims", lambda row: row.now.claims.claimed_cents),
    ),
)  # fmt: skip
LINES: Final = Given[LineRow](
    "ordering_result_lines",
    Words("订货明细", "Order lines"),
    (
        DAY,
        text("覆盖至", "Lasts until", lambda row, _: row.last_day.isoformat()),
        STORE,
        SOURCE,
        CODE,
        PRODUCT,
        text("单位", "Unit", lambda row, locale: row.unit_name.in_locale(locale)),
        number("建议", "Suggested", lambda row: row.suggested),
        number("订货", "Ordered", lambda row: row.ordered),
        number("实收", "Received", lambda row: row.received),
        number("实际需要", "Needed", lambda row: row.needed),
        number("其中缺货损失", "Of it lost sales", lambda row: row.lost),
        cents("建议误差", "Error of suggestion", lambda row: row.system_error_cents),
        cents("订货误差", "Error of order", lambda row: row.human_error_cents),
        text("改动", "Change", lambda row, locale: row.size and SIZES[row.size].in_locale(locale)),
        text("原因", "Reason", lambda row, locale: row.reason and REASONS[row.reason].in_locale(locale)),
    ),
)
DAYS: Final = Given[DayRow](
    "ordering_result_days",
    Words("门店每日", "Days of stores"),
    (
        text("日期", "Day", lambda row, _: row.day.isoformat()),
        STORE,
        text("分类", "Category", lambda row, locale: row.category_name.in_locale(locale)),
        number("在售商品", "Products carried", lambda row: row.product_days),
        number("缺货商品", "Products out of stock", lambda row: row.out_days),
        cents("期末库存", "Stock at the end", lambda row: row.stock_cents),
        cents("销售成本", "Cost of sales", lambda row: row.cost_cents),
        cents("销售额", "Sales", lambda row: row.sales_cents),
        cents("过期变质", "Expired and spoiled", lambda row: row.perished_cents),
        cents("全部报损", "All waste", lambda row: row.waste_cents),
    ),
)
DECISIONS: Final = Given[DecidedRow](
    "ordering_decisions",
    Words("订单审批", "Orders decided on"),
    (
        DAY,
        STORE,
        SOURCE,
        moment("提交时间", "Submitted", lambda row: row.submitted_at),
        moment("处理时间", "Decided", lambda row: row.decided_at),
        text("处理人", "By", lambda row, _: row.decided_by_name),
        number("等待（分钟）", "Waited (min)", lambda row: minutes(row.waited_s)),
        text("已升级", "Told further up", lambda row, locale: YES_NO[row.escalated].in_locale(locale)),
        cents("金额", "Amount", lambda row: row.total_cents),
    ),
)
ARRIVALS: Final = Given[DeliveryRow](
    "ordering_deliveries",
    Words("到货情况", "Deliveries"),
    (
        DAY,
        STORE,
        SOURCE,
        number("第几批", "Delivery", lambda row: row.number),
        text("应到", "Due", lambda row, _: row.expected_on.isoformat()),
        text("收货", "Taken in", lambda row, _: row.received_on.isoformat()),
        text("准时", "On time", lambda row, locale: YES_NO[row.on_time].in_locale(locale)),
    ),
)
CLAIMS: Final = Given[ClaimRow](
    "ordering_claims",
    Words("索赔", "Claims"),
    (
        DAY,
        STORE,
        SOURCE,
        CODE,
        PRODUCT,
        text("类型", "Kind", lambda row, locale: CLAIM_KINDS[row.kind].in_locale(locale)),
        text("状态", "Status", lambda row, locale: CLAIM_STATES[row.state].in_locale(locale)),
        number("数量", "Quantity", lambda row: row.quantity),
        cents("索赔金额", "Claimed", lambda row: row.claimed_cents),
        cents("赔付金额", "Settled", lambda row: row.settled_cents),
    ),
)
