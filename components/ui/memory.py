"""What lives long is kept out of the garbage collection that Streamlit makes after every run."""

import gc
from itertools import count

EARLY_RUNS = frozenset({5, 20, 50})
PERIOD = 100
_runs = count(1)


def put_aside() -> None:
    """Collect garbage among everything, then leave what remains out of the collections to come.

    Streamlit collects all generations after every run, which with many readers would take longer than the runs. Every call looks
    through what an earlier one put aside, so that readers who have left are forgotten.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def put_aside_now_and_then() -> None:
    """Call once a run: caches fill at first, later readers come and go."""
    run = next(_runs)
    if run in EARLY_RUNS or run % PERIOD == 0:
        put_aside()
