"""The words of a purchase order (采购订单), in the language of its supplier."""

from typing import Final

from storewalk.core.schemas import Words

TITLE: Final = Words("采购订单", "Purchase order")
NUMBER: Final = Words("单号", "Number")
SUPPLIER: Final = Words("供应商", "Supplier")
BUYER: Final = Words("采购方", "Buyer")
DAY: Final = Words("订货日期", "Ordered on")
TOTAL: Final = Words("合计（元）", "Total (yuan)")
ANSWER: Final = Words("请在此确认", "Please confirm at")
SIGN: Final = Words("供应商确认：____________　日期：____________", "Confirmed by: ____________   Date: ____________")
PAGE: Final = Words("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")

ALL: Final = Words("汇总", "Total")
BY_STORE: Final = Words("送货明细", "Deliveries")
CODE: Final = Words("商品编码", "Product code")
NAME: Final = Words("商品名称", "Product")
UNIT: Final = Words("单位", "Unit")
PACK: Final = Words("箱规", "Pack")
PACKS: Final = Words("箱数", "Packs")
QUANTITY: Final = Words("数量", "Quantity")
AMOUNT: Final = Words("金额（元）", "Amount (yuan)")
ARRIVES: Final = Words("送货日期", "Deliver on")
STORE: Final = Words("送货门店", "Deliver to")
