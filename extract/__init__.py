"""File → Document: what is on the page, nothing interpreted."""

from __future__ import annotations
