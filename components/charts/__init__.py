"""Builders of figures: a tidy frame in, a Plotly figure out; no files, no Streamlit."""
