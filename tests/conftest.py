from xdist.scheduler import LoadScopeScheduling


class OneBrowser(LoadScopeScheduling):
    """All browser tests in one process, where they share a server and a Chromium; the others beside them, file by file."""

    def _split_scope(self, nodeid):
        return "tests/browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config, log):
    return OneBrowser(config, log)
