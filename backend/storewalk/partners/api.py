"""What other rooms may use of partners."""

from storewalk.partners.letters import Addressee, Letter, send_letter
from storewalk.partners.models import OrderWay, SupplierStatus
from storewalk.partners.queries import lock_supplier
from storewalk.partners.schemas import Code, Name
from storewalk.partners.way_queries import sealed_secret, supplier_way
from storewalk.partners.way_schemas import SetSupplierWay
from storewalk.partners.way_service import fault_of, set_way

__all__ = [
    "Addressee",
    "Code",
    "Letter",
    "Name",
    "OrderWay",
    "SetSupplierWay",
    "SupplierStatus",
    "fault_of",
    "lock_supplier",
    "sealed_secret",
    "send_letter",
    "set_way",
    "supplier_way",
]
