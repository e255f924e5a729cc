"""The data folder as downloads: right type, right bytes, nothing outside it, security headers."""

import http.client
from urllib.parse import urlsplit

import pytest

from tests.browser.server import ROOT

OUTSIDE = [
    "/data/../app.py",
    "/data/../../../../../../etc/passwd",
    "/data/%2e%2e/app.py",
    "/data/..%2fapp.py",
    "/data/%2e%2e%2fapp.py",
    "/data/..%5capp.py",
    "/data//etc/passwd",
    "/data/%2fetc%2fpasswd",
    "/data/results.csv%00.py",
    "/data/.",
    "/data/",
]


@pytest.fixture
def get(atlas_url):
    def answer_of(path):
        """The path goes out as it is written; urllib would tidy it."""
        connection = http.client.HTTPConnection(urlsplit(atlas_url).netloc, timeout=20)
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    return answer_of


@pytest.mark.parametrize("name", ["results.csv", "rules.csv"])
def test_table_of_the_data_folder_is_served_as_csv(get, name):
    answer, body = get(f"/data/{name}")
    assert answer.status == 200
    assert answer.headers.get_content_type() == "text/csv"
    assert body == (ROOT / "data" / name).read_bytes()


@pytest.mark.parametrize("path", OUTSIDE)
def test_path_out_of_the_data_folder_is_refused(get, path):
    answer, body = get(path)
    assert b"st.App(" not in body
    assert b"root:" not in body
    assert answer.status != 200 or b"<html" in body


@pytest.mark.parametrize("path", ["/data/results.csv", "/", "/threshold-lab", "/_stcore/health"])
def test_answer_carries_the_security_headers(get, path):
    answer, _ = get(path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
