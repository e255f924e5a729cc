"""A bare Streamlit app with one chart, the measure for the first chart of a page."""

import plotly.graph_objects as go
import streamlit as st

st.title("One chart")
st.plotly_chart(go.Figure(go.Bar(x=[88.41, 4.54, 3.09], y=["a", "b", "c"], orientation="h")), key="chart")
