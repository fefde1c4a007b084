"""Tests of what leaves the house."""

from __future__ import annotations
