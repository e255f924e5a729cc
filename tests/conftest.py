from xdist.scheduler import LoadScopeScheduling

VIEWS = ("tests/browser/test_access.py", "tests/browser/test_frame.py")


class FilesTogether(LoadScopeScheduling):
    """File by file; the two files that look at the same open views stay in one process, where they share them."""

    def _split_scope(self, nodeid):
        file = nodeid.partition("::")[0]
        return VIEWS[0] if file in VIEWS else file


def pytest_xdist_make_scheduler(config, log):
    return FilesTogether(config, log)
