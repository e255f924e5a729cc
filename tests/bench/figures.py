"""Medians and percentiles of measured times."""

from collections.abc import Sequence
from statistics import median, quantiles


def summary(times: Sequence[float]) -> str:
    """Median, 95th percentile, least, most, and number of measurements, in milliseconds."""
    ninety_fifth = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"median {median(times):7.1f} ms   95th {ninety_fifth:7.1f} ms   min {min(times):7.1f}   max {max(times):7.1f}   n {len(times)}"
