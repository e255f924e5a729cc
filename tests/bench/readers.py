"""A hundred readers on one process, one action each in ten seconds, over real websocket sessions.

Run with `python -m tests.bench.readers [readers] [rounds]`. Prints the time from an action to the end of its rerun, errors, and the memory
of the server before, with all readers, and after they have left.
"""

import asyncio
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.figures import summary
from tests.browser.server import running_app

PERIOD_S = 10.0
VISITS = 8
KEPT_S = 130.0
"""Streamlit keeps a session for two minutes after its reader has left."""
PAGES = ("", "elections", "threshold-lab")
QUERIES = (
    "",
    "elections_election=Majilis+2004",
    "elections_election=Majilis+2012",
    "lab_votes_of=2004&lab_threshold=3",
    "lab_votes_of=2023&lab_threshold=6",
)


def resident_mb(pid: int) -> float:
    """Resident memory of a process, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def server_process(address: str) -> int:
    """Process number of the server at an address of this machine."""
    port = address.rsplit(":", 1)[1]
    for folder in Path("/proc").glob("[0-9]*"):
        words = (folder / "cmdline").read_bytes().split(b"\0")
        if b"streamlit" in words and port.encode() in words:
            return int(folder.name)
    raise RuntimeError(f"no server found for {address}")


async def rerun(socket: websockets.ClientConnection, page: str, query: str) -> tuple[float, bool]:
    """Ask for a run and wait for its end; returns milliseconds and whether an exception was shown."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    began, failed = time.perf_counter(), False
    await socket.send(message.SerializeToString())
    async for data in socket:
        forward = ForwardMsg()
        forward.ParseFromString(data)
        kind = forward.WhichOneof("type")
        if kind == "delta" and forward.delta.new_element.WhichOneof("type") == "exception":
            failed = True
        if kind == "script_finished" and forward.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            break
    return 1000 * (time.perf_counter() - began), failed


async def reader(address: str, rounds: int, times: list[float], failures: list[str], everybody: asyncio.Barrier) -> None:
    """One reader: opens a page, waits until everybody has, then acts once in every period."""
    pick = random.Random()
    try:
        async with websockets.connect(
            f"{address.replace('http', 'ws')}/_stcore/stream", max_size=None, subprotocols=["streamlit"]
        ) as socket:
            page = pick.choice(PAGES)
            await rerun(socket, page, "")
            await everybody.wait()
            for _ in range(rounds):
                before = pick.uniform(0, PERIOD_S)
                await asyncio.sleep(before)
                took, failed = await rerun(socket, page, pick.choice(QUERIES))
                times.append(took)
                if failed:
                    failures.append(page)
                await asyncio.sleep(max(0.0, PERIOD_S - before - took / 1000))
    except (OSError, websockets.WebSocketException) as error:
        failures.append(repr(error))


async def visit_every_page(address: str) -> None:
    """One reader after another, long enough for the caches to fill and for the server to tidy up."""
    for page in PAGES:
        async with websockets.connect(
            f"{address.replace('http', 'ws')}/_stcore/stream", max_size=None, subprotocols=["streamlit"]
        ) as socket:
            for query in QUERIES * VISITS:
                await rerun(socket, page, query)


async def crowd(address: str, pid: int, n_readers: int, rounds: int) -> Sequence[float]:
    """All readers at once; prints what was measured."""
    warm: list[float] = []
    failures: list[str] = []
    await reader(address, 0, warm, failures, asyncio.Barrier(1))
    await visit_every_page(address)
    before, times = resident_mb(pid), []
    everybody = asyncio.Barrier(n_readers)
    tasks = [asyncio.create_task(reader(address, rounds, times, failures, everybody)) for _ in range(n_readers)]
    await asyncio.sleep(2 * PERIOD_S)
    during = resident_mb(pid)
    await asyncio.gather(*tasks)
    await asyncio.sleep(KEPT_S)
    await visit_every_page(address)
    after = resident_mb(pid)
    sys.stdout.write(f"{n_readers} readers, {rounds} actions each: {summary(times)}   failures {len(failures)} {failures[:3]}\n")
    grown = (during - before) / n_readers
    sys.stdout.write(f"memory: warmed {before:.0f} MB, with readers {during:.0f} MB, after {after:.0f} MB; {grown:.2f} MB a reader\n")
    return times


def main() -> None:
    n_readers = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with running_app() as address:
        asyncio.run(crowd(address, server_process(address), n_readers, rounds))


if __name__ == "__main__":
    main()
