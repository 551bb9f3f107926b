"""Where goods come from, on the wire."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.ordering.supply_models import ServiceClass, SourceStatus
from storewalk.partners.api import Code, Name

MOST_CENTS: Final = 10**12
MOST_LINES: Final = 500
MOST_STORES: Final = 500
Cents = Annotated[int, Meta(ge=0, le=MOST_CENTS)]
WallTime = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM on the store's clock")]
Weekday = Annotated[int, Meta(ge=1, le=7, description="1 is Monday")]
LeadDays = Annotated[int, Meta(ge=0, le=60)]
LifeDays = Annotated[int, Meta(ge=1, le=3650)]
Rank = Annotated[int, Meta(ge=1, le=99)]


class SourceForm(Input):
    """A source as it shall be; see `OrderSource` for what its fields mean."""

    code: Code
    name: Name
    lead_days: LeadDays
    sold_same_day: bool = True
    cut_off: WallTime
    least_cents: Cents = 0
    over_percent: Annotated[int, Meta(ge=0, le=100)] | None = None


class AddSource(SourceForm):
    """A new source: a supplier or a warehouse of the chain, one of the two; which it is never changes."""

    id: UUID | None = None
    supplier_id: UUID | None = None
    warehouse_id: UUID | None = None


class ChangeSource(SourceForm):
    """A source as it shall be, ended or ordered from again, and the version that the sender had seen."""

    status: SourceStatus = SourceStatus.ACTIVE
    if_version: int


class SourceOut(Output):
    """A source; `serves` is false where it or its supplier has ended, or its warehouse is closed.

    Stores are counted in the reader's scope.
    """

    id: UUID
    code: str
    name: str
    supplier_id: UUID | None
    warehouse_id: UUID | None
    origin_name: str
    lead_days: int
    sold_same_day: bool
    cut_off: str
    least_cents: int
    over_percent: int | None
    status: SourceStatus
    serves: bool
    stores: int
    offers: int
    version: int


class SetDeliveries(Input):
    """On which weekdays stores get goods; on none: no more. They are named, or all below a region, or both.

    Without `budget_cents` nothing limits the worth of an order, unless `keep_budget` leaves it as it is. `if_version`
    is what the sender had seen of each (0: no delivery).
    """

    store_ids: Annotated[list[UUID], Meta(max_length=MOST_STORES)] = field(default_factory=list[UUID])
    region_id: UUID | None = None
    weekdays: Annotated[list[Weekday], Meta(max_length=7)]
    budget_cents: Cents | None = None
    keep_budget: bool = False
    if_version: int | None = None


class StoreDeliveryOut(Output):
    """On which weekdays a source delivers to a store, none if it does not, and what an order may cost.

    The version of what is not set is 0.
    """

    store_id: UUID
    store_code: str
    store_name: str
    region_name: str
    weekdays: list[int]
    budget_cents: int | None
    version: int


class DatedDelivery(Input):
    """A day on which a source delivers, or does not, whatever its weekday; null: as its weekday says."""

    day: date
    delivers: bool | None


class SetDeliveryDays(Input):
    """Dated days of a source; those not named stay as they are."""

    days: Annotated[list[DatedDelivery], Meta(min_length=1, max_length=MOST_LINES)]


class DeliveryDayOut(Output):
    """A dated day of a source."""

    day: date
    delivers: bool


class OfferForm(Input):
    """What a source sells of a product; quantities in base units, see `OrderOffer`.

    With `if_version` it is refused unless that is what the sender had seen (0: not offered).
    """

    product_id: UUID
    pack_quantity: Decimal
    pack_cents: Cents
    least: Decimal = Decimal(0)
    most: Decimal | None = None
    life_days: LifeDays | None = None
    service_class: ServiceClass = ServiceClass.B
    rank: Rank = 1
    if_version: int | None = None


class SetOffers(Input):
    """Offers as they shall be, and products that a source offers no more; those not named stay as they are."""

    lines: Annotated[list[OfferForm], Meta(max_length=MOST_LINES)] = field(default_factory=list[OfferForm])
    removed: Annotated[list[UUID], Meta(max_length=MOST_LINES)] = field(default_factory=list[UUID])


class OfferOut(Output):
    """An offer; quantities are decimals in text, `price_cents` is what the product sells for."""

    product_id: UUID
    product_code: str
    product_name: Words
    unit_name: Words
    active: bool
    price_cents: int
    pack_quantity: str
    pack_cents: int
    least: str
    most: str | None
    life_days: int | None
    service_class: ServiceClass
    rank: int
    version: int


class TermsForm(Input):
    """What differs at a store for a product, in base units; a line that says nothing different is forgotten.

    With `if_version` it is refused unless that is what the sender had seen at each store (0: nothing differs).
    """

    product_id: UUID
    carried: bool = True
    must_order: bool = False
    capacity: Decimal | None = None
    keep_at_least: Decimal = Decimal(0)
    if_version: int | None = None


class SetTerms(Input):
    """What differs at some stores for some products, alike at each; the rest stays as it is."""

    store_ids: Annotated[list[UUID], Meta(min_length=1, max_length=MOST_STORES)]
    lines: Annotated[list[TermsForm], Meta(min_length=1, max_length=MOST_LINES)]


class TermsSetOut(Output):
    """How many products at stores are different from before."""

    changed: int


class TermsOut(Output):
    """What differs at a store for a product."""

    product_id: UUID
    product_code: str
    product_name: Words
    unit_name: Words
    carried: bool
    must_order: bool
    capacity: str | None
    keep_at_least: str
    version: int


class SetOrderRule(Input):
    """The levels of service of the classes, and the version that the sender had seen (0: none were set)."""

    level_a: Decimal
    level_b: Decimal
    level_c: Decimal
    if_version: int


class OrderRuleOut(Output):
    """The levels of service of the classes."""

    level_a: str
    level_b: str
    level_c: str
    version: int
