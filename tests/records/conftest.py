from pathlib import Path

import pytest

from components.records import Schema, read_schema
from tests.records.data_folder import DataFolder, sound_folder


@pytest.fixture(scope="session")
def schema() -> Schema:
    return read_schema()


@pytest.fixture
def folder(tmp_path: Path, schema: Schema) -> DataFolder:
    return sound_folder(tmp_path, schema)
