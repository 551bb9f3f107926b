"""What tills sold and took back: receipts booked once, and lines that wait for their product or for stock."""
