"""Where the chain trades: its legal entities, its regions, its stores, and what time and place mean to each of them."""
