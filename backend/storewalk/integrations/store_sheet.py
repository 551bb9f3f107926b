"""The sheet of stores."""

from typing import Annotated, Any

from msgspec import Meta, convert

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
STATUS_ALSO = {
    **dict.fromkeys(("营业中", "正常营业", "正常", "开业", "已开业", "在营", "active", "trading"), StoreStatus.OPEN),
    **dict.fromkeys(("筹备中", "筹建", "筹建中", "装修中", "待开业", "planned"), StoreStatus.PREPARING),
    **dict.fromkeys(("已关闭", "闭店", "关店", "已关店", "停业", "inactive"), StoreStatus.CLOSED),
}
FORMAT_ALSO = {
    **dict.fromkeys(("便利", "便利超市", "CVS", "convenience store"), StoreFormat.CONVENIENCE),
    **dict.fromkeys(("商超", "大卖场", "supermarket"), StoreFormat.GROCERY),
    **dict.fromkeys(("生鲜", "fresh"), StoreFormat.FRESH),
    **dict.fromkeys(("烘焙", "面包店"), StoreFormat.BAKERY),
    **dict.fromkeys(("茶饮", "奶茶店", "饮品店"), StoreFormat.DRINKS),
    **dict.fromkeys(("餐饮", "餐饮店"), StoreFormat.RESTAURANT),
}
_read_status, _write_status = choice(StoreStatus, STATUS_WORDS, STATUS_ALSO)
_read_format, _write_format = choice(StoreFormat, FORMAT_WORDS, FORMAT_ALSO)


def _degrees(limit: int) -> Any:
    return shaped(Annotated[float, Meta(ge=-limit, le=limit)])


def read_cut(cell: str) -> str:
    """Read "04:00", "4:00" or a cell of Excel's with a time. Raises ValidationError for what is no time before noon."""
    hour, sign, rest = cell.partition(":")
    return convert(f"{hour.zfill(2)}{sign}{rest.removesuffix(':00')}", stores.DayCutTime)


STORES = Kind(
    name="stores",
    line=StoreLine,
    take_in=stores.take_in,
    give_out=stores.give_out,
    options=stores.options,
    columns=(
        Column(
            attribute="code",
            heading=Words("门店编码", "Store code"),
            read=shaped(stores.Code),
            expects="integrations.bad_code",
            narrow=True,
            aliases=(
                "编码",
                "编号",
                "店号",
                "店编",
                "门店编号",
                "门店代码",
                "门店号",
                "店铺编码",
                "店铺编号",
                "机构编码",
                "store no",
                "store number",
                "store id",
                "shop code",
                "code",
            ),
            hint=Words(
                "必填，每店一个，前面的 0 会保留，如 0001", "Needed, one a store; leading zeros are kept, as in 0001"
            ),
            empty=...,
        ),
        Column(
            attribute="name",
            heading=Words("门店名称", "Store name"),
            read=shaped(stores.Name),
            expects="integrations.bad_name",
            aliases=(
                "名称",
                "店名",
                "门店",
                "店铺名称",
                "门店全称",
                "门店简称",
                "机构名称",
                "name",
                "shop name",
                "store",
                "branch",
            ),
            hint=Words("新门店必填", "Needed for a new store"),
        ),
        Column(
            attribute="region",
            heading=Words("区域", "Region"),
            read=str,
            expects="integrations.bad_name",
            aliases=("大区", "所属区域", "所属大区", "区域名称", "片区", "战区", "area", "district"),
            hint=Words("已有的区域名称；新门店必填", "The name of a region that is there; needed for a new store"),
        ),
        Column(
            attribute="legal_entity",
            heading=Words("法人主体", "Legal entity"),
            read=str,
            expects="integrations.bad_name",
            aliases=("公司", "所属公司", "公司主体", "法人", "公司名称", "营业执照", "company", "entity", "owner"),
            hint=Words("名称或统一社会信用代码", "Its name or its unified social credit code"),
        ),
        Column(
            attribute="status",
            heading=Words("状态", "Status"),
            read=_read_status,
            write=_write_status,
            expects="integrations.bad_store_status",
            narrow=True,
            aliases=("门店状态", "营业状态", "经营状态", "store status", "state"),
            options=tuple(STATUS_WORDS.values()),
            hint=Words("空着不改", "Empty: as it is"),
        ),
        Column(
            attribute="format",
            heading=Words("店型", "Format"),
            read=_read_format,
            write=_write_format,
            expects="integrations.bad_store_format",
            narrow=True,
            aliases=("业态", "门店类型", "门店业态", "店铺类型", "store format", "store type", "type"),
            options=tuple(FORMAT_WORDS.values()),
            empty=None,
        ),
        Column(
            attribute="time_zone",
            heading=Words("时区", "Time zone"),
            read=str,
            expects="integrations.bad_name",
            aliases=("timezone",),
            hint=Words("空着为 Asia/Shanghai", "Asia/Shanghai unless told"),
        ),
        Column(
            attribute="lat",
            heading=Words("纬度", "Latitude"),
            read=_degrees(90),
            expects="integrations.bad_degrees",
            aliases=("lat", "纬度坐标"),
            hint=Words("十进制度数，如 31.2304", "Decimal degrees such as 31.2304"),
            empty=None,
            number=True,
        ),
        Column(
            attribute="lng",
            heading=Words("经度", "Longitude"),
            read=_degrees(180),
            expects="integrations.bad_degrees",
            aliases=("lng", "lon", "long", "经度坐标"),
            hint=Words("十进制度数，如 121.4737", "Decimal degrees such as 121.4737"),
            empty=None,
            number=True,
        ),
        Column(
            attribute="datum",
            heading=Words("坐标系", "Datum"),
            read=lambda cell: Datum(cell.upper().replace("-", "")),
            expects="integrations.bad_datum",
            narrow=True,
            aliases=("坐标类型", "coordinate system"),
            options=tuple(Words(each.value, each.value) for each in Datum),
            hint=Words("高德、腾讯为 GCJ02，百度为 BD09", "GCJ02 of Amap and Tencent, BD09 of Baidu"),
        ),
        Column(
            attribute="opening_hours",
            heading=Words("营业时间", "Opening hours"),
            read=stores.parse_hours,
            write=lambda hours, _: stores.format_hours(hours),
            expects="integrations.bad_hours",
            aliases=("营业时段", "开店时间", "hours", "business hours"),
            hint=Words(
                "每天相同写 07:00-23:00，不同写 1-5 08:00-22:00; 6-7 09:00-23:00",
                "07:00-23:00 for every day, or 1-5 08:00-22:00; 6-7 09:00-23:00; 1 is Monday",
            ),
            empty=[],
        ),
        Column(
            attribute="business_day_cut",
            heading=Words("营业日切点", "Day begins"),
            read=read_cut,
            expects="integrations.bad_cut",
            narrow=True,
            aliases=("日结时间", "切点", "day cut"),
            hint=Words("过零点营业的填打烊时间，如 04:00", "For a store open past midnight, such as 04:00"),
        ),
    ),
)
