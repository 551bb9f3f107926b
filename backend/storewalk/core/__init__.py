"""The ground every room stands on: transactions, commands, events, jobs, errors, settings, clock, ids, money."""
