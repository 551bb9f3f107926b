"""What other rooms may use of stores."""

from storewalk.stores.business_day_sql import business_day_sql
from storewalk.stores.check_in_code import CodeVerdict
from storewalk.stores.clock import StoreClock
from storewalk.stores.code_queries import judge_code
from storewalk.stores.hot import changed_since, get_store, list_stores
from storewalk.stores.hours import OpenHours
from storewalk.stores.hours_text import format_hours, parse_hours
from storewalk.stores.models import EntityKind, StoreFormat, StoreKind, StoreStatus
from storewalk.stores.permissions import EDIT, READ
from storewalk.stores.position import Datum, Position, distance_m, to_bd09, to_gcj02, to_wgs84
from storewalk.stores.queries import (
    business_date,
    region_and_below,
    store_clock,
    store_clocks,
    store_format,
    store_ref,
    trading_stores,
)
from storewalk.stores.schemas import (
    AddLegalEntity,
    AddRegion,
    AddStore,
    ChangeStore,
    Code,
    DayCutTime,
    Name,
    StoreOut,
)
from storewalk.stores.service.shape import add_legal_entity, add_region
from storewalk.stores.service.store import add_store, change_store
from storewalk.stores.sheet import StoreLine, give_out, options, take_in

__all__ = [
    "EDIT",
    "READ",
    "AddLegalEntity",
    "AddRegion",
    "AddStore",
    "ChangeStore",
    "Code",
    "CodeVerdict",
    "Datum",
    "DayCutTime",
    "EntityKind",
    "Name",
    "OpenHours",
    "Position",
    "StoreClock",
    "StoreFormat",
    "StoreKind",
    "StoreLine",
    "StoreOut",
    "StoreStatus",
    "add_legal_entity",
    "add_region",
    "add_store",
    "business_date",
    "business_day_sql",
    "change_store",
    "changed_since",
    "distance_m",
    "format_hours",
    "get_store",
    "give_out",
    "judge_code",
    "list_stores",
    "options",
    "parse_hours",
    "region_and_below",
    "store_clock",
    "store_clocks",
    "store_format",
    "store_ref",
    "take_in",
    "to_bd09",
    "to_gcj02",
    "to_wgs84",
    "trading_stores",
]
