"""What others would do: the same parliament under st.slider in a fragment, drawn by Plotly."""

from fractions import Fraction

import pandas as pd
import streamlit as st

from components.charts.parliament import build_parliament
from components.seats import ElectoralLaw, allocate_seats
from components.ui.counts import load_count

COUNT = load_count("majilis-2007", "", ())


@st.fragment
def lab() -> None:
    threshold = st.slider("Threshold", 0.0, 15.0, 7.0, 0.01)
    law = ElectoralLaw(legal_threshold=Fraction(round(threshold * 100), 10000), threshold_base="list_votes", n_seats=98)
    seats = allocate_seats(COUNT.count, law).seats
    rows = [{"name": COUNT.names[name], "colour": COUNT.colours[name], "tier": "list", "seats": won} for name, won in seats.items() if won]
    st.html(f"<div id='seats'>{'/'.join(str(won) for won in seats.values())}</div>")
    st.plotly_chart(build_parliament(pd.DataFrame(rows)), key="parliament")


st.title("Threshold")
lab()
