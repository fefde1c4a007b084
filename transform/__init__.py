"""What the document means: Document → Catalogue, with findings and the books.

The room in the middle. It owns every type in which the rooms meet (``document``, ``model``, ``findings``,
``ledger``, ``errors``) and imports no library that opens a file.
"""

from __future__ import annotations
