"""The real app on a free port, and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    return shutil.which("chromium")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running_app(script: Path = ROOT / "app.py", *, log: Path | None = None, **environment: str) -> Iterator[str]:
    """Start the app as the README says, wait until it answers, stop it at the end; yields its address without a final slash.

    What the server writes goes to `log`, or nowhere.
    """
    port = free_port()
    with tempfile.TemporaryFile() if log is None else log.open("wb") as output:
        command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.address", "127.0.0.1"]
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT)
        address = f"http://127.0.0.1:{port}"
        try:
            wait_until_healthy(process, address)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_healthy(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the app stopped with exit code {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the app did not answer within a minute")


def failures_in(log: Path, *, since: int = 0) -> str:
    """The end of what the server wrote after a position, if there is a traceback in it; else nothing."""
    written = log.read_bytes()[since:].decode("utf-8", "replace")
    return written[-4000:] if "Traceback (most recent call last)" in written else ""
