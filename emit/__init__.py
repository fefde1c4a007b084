"""Catalogue → file: one module for each format, and what a person reads."""

from __future__ import annotations
