"""The Streamlit application: one script, the data folder as downloads, headers, and one place for errors.

Run with `python -m streamlit run app.py`.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from components.ui.errors import show_script_error
from components.ui.headers import SecurityHeaders

ROOT = Path(__file__).parent

app = st.App(
    ROOT / "components" / "ui" / "shell.py",
    routes=[Mount("/data", StaticFiles(directory=ROOT / "data", check_dir=False))],
    middleware=[Middleware(SecurityHeaders)],
    on_script_error=show_script_error,
)
