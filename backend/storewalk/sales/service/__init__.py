"""What takes sales in and books them."""
