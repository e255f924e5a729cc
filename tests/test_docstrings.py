"""Examples in docstrings are true."""

import doctest

import pytest

import components.lineage
import components.measures
import components.seats


@pytest.mark.parametrize("package", [components.seats, components.measures, components.lineage], ids=lambda package: package.__name__)
def test_examples_of_the_package_give_what_they_print(package):
    result = doctest.testmod(package)
    assert result.attempted > 0
    assert result.failed == 0
