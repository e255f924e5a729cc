import gc
import weakref

import pytest

from components.ui.memory import put_aside


class Loop:
    """An object that only a garbage collection can free."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


def test_what_is_put_aside_is_left_out_of_later_collections():
    loop = Loop()
    put_aside()
    seen = weakref.ref(loop)
    del loop
    gc.collect()
    assert seen() is not None


def test_what_nobody_holds_any_more_is_freed_when_the_rest_is_put_aside_again():
    loop = Loop()
    put_aside()
    seen = weakref.ref(loop)
    del loop
    put_aside()
    assert seen() is None
