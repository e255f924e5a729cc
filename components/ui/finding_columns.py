"""Computed findings side by side, each with its sources and its way in."""

from collections.abc import Sequence

import streamlit as st

from components.ui.findings import Finding
from components.ui.frame import show_sources
from components.ui.registry import page_entry
from components.ui.words import show_big_numbers


def show_finding_columns(found: Sequence[Finding], *, title: str) -> None:
    """Findings in columns; nothing where there are none.

    Args:
        found: The findings.
        title: What stands above them.
    """
    if not found:
        return
    with st.container(key="around_findings"):
        st.subheader(title)
        for column, finding in zip(st.columns(len(found), gap="large"), found, strict=True):
            with column:
                show_big_numbers([("", finding.number, "")])
                st.markdown(finding.sentence)
                st.caption(finding.below)
                st.page_link(page_entry(finding.page).path, label=finding.link, icon=":material/arrow_forward:", query_params=finding.query)
                show_sources(finding.references)
