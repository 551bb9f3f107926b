"""The forecast: pooled effects, smoothed levels, weights that the pool fits, quantiles from rolling backtests."""
