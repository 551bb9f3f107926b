"""Photographs on their way out on a report: small copies, every face veiled, made for that one report and not kept."""
