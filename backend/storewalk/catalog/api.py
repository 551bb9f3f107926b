"""What other rooms may use of the catalogue."""

from storewalk.catalog.barcode import check_digit
from storewalk.catalog.goods import Goods, goods_with_codes, goods_with_gtins, goods_with_ids, gtin_of
from storewalk.catalog.hot import changed_products, get_product, list_products
from storewalk.catalog.models import ProductStatus
from storewalk.catalog.named import NamedProduct, ProductSeen
from storewalk.catalog.permissions import EDIT, READ
from storewalk.catalog.queries import (
    categories_below,
    category_ref,
    known_products,
    product_categories,
    product_label,
    product_ref,
    products_below,
)
from storewalk.catalog.schemas import (
    MAX_PRICE_CENTS,
    AddCategory,
    AddProduct,
    AddUnit,
    ChangeProduct,
    Code,
    Name,
    Pack,
    Pinyin,
    ProductOut,
)
from storewalk.catalog.service import add_category, add_product, add_unit, change_product
from storewalk.catalog.sheet import ProductLine, give_out, options, take_in

__all__ = [
    "EDIT",
    "MAX_PRICE_CENTS",
    "READ",
    "AddCategory",
    "AddProduct",
    "AddUnit",
    "ChangeProduct",
    "Code",
    "Goods",
    "Name",
    "NamedProduct",
    "Pack",
    "Pinyin",
    "ProductLine",
    "ProductOut",
    "ProductSeen",
    "ProductStatus",
    "add_category",
    "add_product",
    "add_unit",
    "categories_below",
    "category_ref",
    "change_product",
    "changed_products",
    "check_digit",
    "get_product",
    "give_out",
    "goods_with_codes",
    "goods_with_gtins",
    "goods_with_ids",
    "gtin_of",
    "known_products",
    "list_products",
    "options",
    "product_categories",
    "product_label",
    "product_ref",
    "products_below",
    "take_in",
]
