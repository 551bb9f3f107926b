"""The words of a count sheet (盘点表), in the language of who takes it."""

from typing import Final

from storewalk.core.schemas import Words
from storewalk.counts.models import CountKind, CountStatus, UncountedDecision, VarianceReason, ZonePlace

TITLE: Final = Words("盘点表", "Count sheet")
VARIANCES: Final = Words("差异", "Variances")
STORE: Final = Words("门店", "Store")
COUNT: Final = Words("盘点", "Count")
KIND: Final = Words("类型", "Kind")
STATUS: Final = Words("状态", "Status")
OPENED: Final = Words("开单", "Opened")
SUBMITTED: Final = Words("提交", "Submitted")
APPROVED: Final = Words("审批", "Approved")
TAKEN: Final = Words("打印", "Printed")
GAIN: Final = Words("盘盈（元）", "Gain (yuan)")
LOSS: Final = Words("盘亏（元）", "Loss (yuan)")
SIGN: Final = Words(
    "盘点人：____________　监盘人：____________　日期：____________",
    "Counted by: ____________   Witness: ____________   Date: ____________",
)
PAGE: Final = Words("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")

NUMBER: Final = Words("序号", "No.")
CODE: Final = Words("商品编码", "Product code")
BARCODE: Final = Words("条码", "Barcode")
NAME: Final = Words("商品名称", "Product")
UNIT: Final = Words("单位", "Unit")
QUANTITY: Final = Words("实盘数量", "Counted")
NOTE: Final = Words("备注", "Note")
BY: Final = Words("盘点人", "Counted by")
AT: Final = Words("盘点时间", "Counted at")
ROUND: Final = Words("轮次", "Round")
ROUNDS: Final = {1: Words("初盘", "First"), 2: Words("复盘", "Recount")}
BOOK: Final = Words("账面数量", "Book")
VARIANCE: Final = Words("差异数量", "Variance")
VALUE: Final = Words("差异金额（元）", "Value (yuan)")
REASON: Final = Words("原因", "Reason")
UNKNOWN: Final = Words("未知条码", "Unknown code")

KINDS: Final = {
    CountKind.FULL: Words("全盘", "Full count"),
    CountKind.CATEGORY: Words("品类盘点", "By category"),
    CountKind.CYCLE: Words("循环盘点", "Cycle count"),
    CountKind.SPOT: Words("抽盘", "Spot count"),
}
STATUSES: Final = {
    CountStatus.OPEN: Words("盘点中", "Counting"),
    CountStatus.RECOUNT: Words("复盘中", "Recounting"),
    CountStatus.SUBMITTED: Words("待审批", "To be approved"),
    CountStatus.APPROVED: Words("已审批", "Approved"),
    CountStatus.CANCELLED: Words("已取消", "Cancelled"),
}
PLACES: Final = {
    ZonePlace.SHELF: Words("卖场", "Shop floor"),
    ZonePlace.BACK_ROOM: Words("后仓", "Back room"),
}
REASONS: Final = {
    VarianceReason.MISCOUNTED_BEFORE: Words("上次盘错", "Miscounted before"),
    VarianceReason.RECEIVED_WRONG: Words("收货有误", "Received wrongly"),
    VarianceReason.SOLD_AS_ANOTHER: Words("串码销售", "Sold as another product"),
    VarianceReason.UNRECORDED_WASTE: Words("报损未登记", "Waste not recorded"),
    VarianceReason.UNRECORDED_TRANSFER: Words("调拨未登记", "Transfer not recorded"),
    VarianceReason.THEFT: Words("失窃", "Theft"),
    VarianceReason.OTHER: Words("其他", "Other"),
}
DECISIONS: Final = {
    UncountedDecision.ZERO: Words("未盘，按 0", "Not counted: none left"),
    UncountedDecision.KEEP: Words("未盘，保留账面", "Not counted: book kept"),
}
NOT_COUNTED: Final = Words("未盘", "Not counted")
