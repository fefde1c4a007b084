"""Many documents: which there are, where each goes, in which processes, and what came of them."""

from __future__ import annotations
