"""The words of a supplier's page."""

from typing import Final

from storewalk.core.schemas import Words

TITLE: Final = Words("采购订单 {number}", "Purchase order {number}")
HEADING: Final = Words("采购订单", "Purchase order")
CONFIRMED: Final = Words("已确认，谢谢！", "Confirmed. Thank you!")
REFUSED: Final = Words("您已答复无法供货。", "You said that you cannot supply.")
ARRIVES: Final = Words("送货日期：{day}", "Delivery on {day}")
NOTE_SAID: Final = Words("说明：{note}", "Note: {note}")
PRODUCTS: Final = Words("商品（{count}）", "Products ({count})")
STORES: Final = Words("送 {count} 家门店", "Stores to deliver to: {count}")
PACKS: Final = Words("{packs} 箱 × {pack}", "{packs} packs × {pack}")
PACK_OF: Final = Words("箱（每箱 {pack} {unit}）", "packs of {pack} {unit}")
GONE: Final = Words("以下门店的订单已不能确认", "These stores' orders can no longer be confirmed")
CANCELLED: Final = Words("已取消", "cancelled")
EDITED: Final = Words("门店已撤回修改", "withdrawn by the store to be changed")
UNDER_WAY: Final = Words("已确认或已发货", "confirmed or shipped already")
DIFFERENT: Final = Words("数量或日期有变，或无法供货", "Something is different, or you cannot supply")
DAY: Final = Words("送货日期（不填则按原定日期）", "Day of delivery (empty: as ordered)")
NOTE: Final = Words("说明", "Note")
CONFIRM_CHANGED: Final = Words("按以上数量确认", "Confirm these quantities")
REFUSE: Final = Words("无法供货", "Cannot supply")
CONFIRM_ALL: Final = Words("全部确认 ¥{value}", "Confirm all ¥{value}")
