"""How the chain is doing: figures that add up to rows that their reader may see."""
