"""What the chain sells: products in a tree of categories, their units and packs, and the barcodes on them."""
