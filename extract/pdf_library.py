"""pdfium's shared library, as pypdfium2 brings it along, and its functions one by one.

Its bindings make objects of all its functions and types when they are imported, which takes as long as reading a page
or two. The library itself lies beside them. Where it does not, such as a system's own, they are asked to open it.
"""

from __future__ import annotations

import ctypes
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

#: What the library is called; elsewhere as on Linux.
_NAMES: Final = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}
_NAME: Final = _NAMES.get(sys.platform, "libpdfium.so")


def _open() -> ctypes.PyDLL:
    """The library, its functions called without letting go of the interpreter."""
    spec = find_spec("pypdfium2_raw")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder, _NAME)).is_file():
            return ctypes.PyDLL(str(path))
    import pypdfium2_raw.bindings as pdfium  # type: ignore[import-untyped]

    opened = pdfium._libs["pdfium"]
    return ctypes.PyDLL(opened._name, handle=opened._handle)


_library: Final = _open()


def native(name: str, result: Any, *arguments: Any) -> Any:
    """One of the library's functions, called without letting go of the interpreter."""
    return ctypes.PYFUNCTYPE(result, *arguments)((name, _library))


# As pypdfium2 begins the library when it is imported; once is enough, and more do no harm.
native("FPDF_InitLibrary", None)()
