"""Learns from people's corrections: label sets, a rule for new models, versions that can be taken back."""
