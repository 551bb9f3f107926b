"""What other rooms may use of partners."""

from storewalk.partners.models import SupplierStatus
from storewalk.partners.queries import lock_supplier
from storewalk.partners.schemas import Code, Name

__all__ = ["Code", "Name", "SupplierStatus", "lock_supplier"]
