"""What happens to the catalogue."""

from storewalk.core.events import Event


class CategoryAdded(Event, kind="catalog.category_added"):
    """The catalogue has another category."""


class UnitAdded(Event, kind="catalog.unit_added"):
    """The catalogue has another unit."""


class ProductAdded(Event, kind="catalog.product_added"):
    """The catalogue has another product."""

    code: str


class ProductChanged(Event, kind="catalog.product_changed"):
    """Something about a product changed; the audit entry says what."""


class ProductsImported(Event, kind="catalog.products_imported"):
    """A file of products was taken in; the counts are rows."""

    created: int
    updated: int
