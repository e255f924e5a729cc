import shutil

import pytest
import streamlit as st

from components.ui.load import FOLDER_VARIABLE, ROOT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the data folder, which the app reads instead of its own."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    monkeypatch.setenv(FOLDER_VARIABLE, str(copy))
    st.cache_resource.clear()
    st.cache_data.clear()
    yield copy
    st.cache_resource.clear()
    st.cache_data.clear()
