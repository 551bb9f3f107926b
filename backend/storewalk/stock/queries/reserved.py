"""What stores have promised: to transfers that were approved, and to documents of other rooms."""

from typing import Final

RESERVED: Final = """
SELECT t.from_store_id AS store_id, l.product_id, l.approved AS quantity
FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
WHERE t.org_id = $1 AND t.status = 'approved'
UNION ALL
SELECT store_id, product_id, quantity FROM stock_reservation WHERE org_id = $1"""
"""Rows of store, product and quantity, several of a product; $1 is the organization."""
