"""A bare app with the widgets of the Elections page, the second measure for its first chart."""

import plotly.graph_objects as go
import streamlit as st

with st.sidebar:
    st.selectbox("Whose numbers?", ["a", "b", "c"])
st.title("One chart")
st.segmented_control("View", ["One election", "All elections", "What is known"], default="One election")
st.selectbox("Election", [str(year) for year in range(20)])
for chart in range(4):
    st.plotly_chart(go.Figure(go.Bar(x=[88.41, 4.54, 3.09], y=["a", "b", "c"], orientation="h")), key=f"chart_{chart}")
    st.pills(f"More {chart}", ["Table", "Download", "Cite and link"], label_visibility="collapsed")
