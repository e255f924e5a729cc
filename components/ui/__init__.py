"""Everything that touches Streamlit: shell, registry of pages, widgets, cached data, the frame around charts."""
