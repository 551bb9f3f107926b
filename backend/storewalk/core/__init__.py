"""The ground every room stands on: transactions, commands and receipts, events, jobs, errors, settings, clock, ids, money."""
