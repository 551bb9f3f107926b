"""The sheet of stores."""

from typing import Annotated, Any

from msgspec import Meta

from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Kind, choice, shaped
from storewalk.stores import api as stores
from storewalk.stores.api import Datum, StoreFormat, StoreLine, StoreStatus

STATUS_WORDS = {
    StoreStatus.PREPARING: Words("筹备", "preparing"),
    StoreStatus.OPEN: Words("营业", "open"),
    StoreStatus.CLOSED: Words("关闭", "closed"),
}
FORMAT_WORDS = {
    StoreFormat.CONVENIENCE: Words("便利店", "convenience"),
    StoreFormat.GROCERY: Words("超市", "grocery"),
    StoreFormat.FRESH: Words("生鲜店", "fresh food"),
    StoreFormat.BAKERY: Words("烘焙店", "bakery"),
    StoreFormat.DRINKS: Words("茶饮店", "drinks"),
    StoreFormat.RESTAURANT: Words("餐厅", "restaurant"),
}
_read_status, _write_status = choice(StoreStatus, STATUS_WORDS)
_read_format, _write_format = choice(StoreFormat, FORMAT_WORDS)


def _degrees(limit: int) -> Any:
    return shaped(Annotated[float, Meta(ge=-limit, le=limit)])


STORES = Kind(
    name="stores",
    line=StoreLine,
    take_in=stores.take_in,
    give_out=stores.give_out,
    columns=(
        Column(
            attribute="code",
            heading=Words("门店编码", "Store code"),
            read=shaped(stores.Code),
            expects="integrations.bad_code",
            empty=...,
        ),
        Column(
            attribute="name",
            heading=Words("门店名称", "Store name"),
            read=shaped(stores.Name),
            expects="integrations.bad_name",
        ),
        Column(attribute="region", heading=Words("区域", "Region"), read=str, expects="integrations.bad_name"),
        Column(
            attribute="legal_entity",
            heading=Words("法人主体", "Legal entity"),
            read=str,
            expects="integrations.bad_name",
        ),
        Column(
            attribute="status",
            heading=Words("状态", "Status"),
            read=_read_status,
            write=_write_status,
            expects="integrations.bad_store_status",
        ),
        Column(
            attribute="format",
            heading=Words("店型", "Format"),
            read=_read_format,
            write=_write_format,
            expects="integrations.bad_store_format",
            empty=None,
        ),
        Column(attribute="time_zone", heading=Words("时区", "Time zone"), read=str, expects="integrations.bad_name"),
        Column(
            attribute="lat",
            heading=Words("纬度", "Latitude"),
            read=_degrees(90),
            expects="integrations.bad_degrees",
            empty=None,
            number=True,
        ),
        Column(
            attribute="lng",
            heading=Words("经度", "Longitude"),
            read=_degrees(180),
            expects="integrations.bad_degrees",
            empty=None,
            number=True,
        ),
        Column(
            attribute="datum",
            heading=Words("坐标系", "Datum"),
            read=lambda cell: Datum(cell.upper().replace("-", "")),
            expects="integrations.bad_datum",
        ),
        Column(
            attribute="opening_hours",
            heading=Words("营业时间", "Opening hours"),
            read=stores.parse_hours,
            write=lambda hours, _: stores.format_hours(hours),
            expects="integrations.bad_hours",
            empty=[],
        ),
        Column(
            attribute="business_day_cut",
            heading=Words("营业日切点", "Day begins"),
            read=shaped(stores.DayCutTime),
            expects="integrations.bad_cut",
        ),
    ),
)
