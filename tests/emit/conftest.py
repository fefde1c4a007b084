from __future__ import annotations

import pytest

from emit.as_word import catalogue_to_word
from tests.catalogues import gold_catalogue
from transform.model import Catalogue


@pytest.fixture(scope="session")
def gold() -> Catalogue:
    """The right answer as a catalogue."""
    return gold_catalogue()


@pytest.fixture(scope="session")
def written(gold: Catalogue) -> bytes:
    """The right answer as a clean Word document."""
    return catalogue_to_word(gold)
