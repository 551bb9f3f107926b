"""The stock ledger: what lies where, what it cost, and every move that made it so."""
