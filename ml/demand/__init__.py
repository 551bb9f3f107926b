"""Demand: forecasts with quantiles and order quantities that explain themselves (arrays in, quantities out)."""
