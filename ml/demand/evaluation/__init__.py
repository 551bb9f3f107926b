"""Measures forecasts on real demand at rolling origins, beside statistical methods and boosted trees."""
