"""Which visits the figures of 巡店 are of: scored ones of a kind, in a period, in a part of the chain."""
