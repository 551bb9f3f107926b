"""The night's arithmetic: arrays from the history and the ledger go into the forecast, sheets of suggestions come out.

Loaded by the worker and the processes that it starts, never by the one that serves requests.
"""
