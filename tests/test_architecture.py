"""Imports point down only; the layers know nothing of each other beyond what house rules allow."""

import ast
import sys
from pathlib import Path

import pytest

from components.ui.registry import PAGES

ROOT = Path(__file__).parents[1]
STREAMLIT_MAY = ("app.py", "pages/", "components/ui/")
ALLOWED = {
    "records": {"components.records", "components.lineage"},
    "seats": {"components.seats", "components.measures"},
    "measures": {"components.measures"},
    "lineage": {"components.lineage"},
    "charts": {"components.charts"},
    "ui": {"components.ui", "components.records", "components.seats", "components.measures", "components.lineage", "components.charts"},
}
STANDARD_ONLY = ("seats", "measures", "lineage")
LIBRARIES = {"records": {"pandas", "yaml", "frictionless", "edtf", "anyascii", "rapidfuzz"}, "charts": {"pandas", "plotly"}}
MOST_LINES = {"components": 300, "pages": 120}


def python_files():
    return [ROOT / "app.py", *sorted((ROOT / "components").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "components" and len(parts) > 2 else None


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down_only(path):
    layer = layer_of(path)
    for name in imports_of(path):
        assert name.split(".")[0] not in ("pages", "app"), f"{path} imports {name}"
        if layer and name.startswith("components."):
            assert ".".join(name.split(".")[:2]) in ALLOWED[layer], f"{layer} may not import {name}"


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_lives_in_app_pages_and_ui_alone(path):
    where = path.relative_to(ROOT).as_posix()
    if not where.startswith(STREAMLIT_MAY):
        assert not any(name.split(".")[0] == "streamlit" for name in imports_of(path)), where


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_layers_use_their_libraries_only(path):
    layer = layer_of(path)
    outside = {name.split(".")[0] for name in imports_of(path)} - {"components"} - set(sys.stdlib_module_names)
    if layer in STANDARD_ONLY:
        assert outside == set()
    if layer in LIBRARIES:
        assert outside <= LIBRARIES[layer]


def test_pages_read_no_csv_and_build_no_figure():
    for path in (ROOT / "pages").glob("*.py"):
        text = path.read_text("utf-8")
        assert "read_csv" not in text
        assert "plotly" not in text


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_short(path):
    top = path.relative_to(ROOT).parts[0]
    limit = 40 if path.name == "app.py" else MOST_LINES[top]
    assert len(path.read_text("utf-8").splitlines()) <= limit


def test_registry_equals_the_files_in_pages():
    assert sorted(entry.name for entry in PAGES) == sorted(path.stem for path in (ROOT / "pages").glob("*.py"))


def test_registry_has_one_start_page_and_unique_urls():
    urls = [entry.url for entry in PAGES]
    assert urls.count("") == 1
    assert len(set(urls)) == len(urls)
