"""What other rooms may use of partners."""

from storewalk.partners.models import OrderWay, SupplierStatus
from storewalk.partners.queries import lock_supplier
from storewalk.partners.schemas import Code, Name

__all__ = ["Code", "Name", "OrderWay", "SupplierStatus", "lock_supplier"]
