"""Tests of the readers."""

from __future__ import annotations
