"""Measurements: nothing of the program depends on them."""

from __future__ import annotations
