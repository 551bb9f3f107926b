"""Reads the labelled photographs and knows which photo belongs to which split."""
