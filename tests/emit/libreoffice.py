"""LibreOffice accepting and rejecting all tracked changes of a Word file, as its own menu does.

A Basic macro in a profile of its own: it needs no Python bridge and no package beyond LibreOffice Writer.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

#: Loads a file, dispatches a command of the menu to it and stores it as Word; once for each command.
_CODE: Final = """
Sub Resolve(folder As String)
  ResolveOne(folder, ".uno:AcceptAllTrackedChanges", "accepted")
  ResolveOne(folder, ".uno:RejectAllTrackedChanges", "rejected")
End Sub

Sub ResolveOne(folder As String, command As String, target As String)
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  Dim asWord(0) As New com.sun.star.beans.PropertyValue
  asWord(0).Name = "FilterName"
  asWord(0).Value = "MS Word 2007 XML"
  opened = StarDesktop.loadComponentFromURL(folder & "/redline.docx", "_blank", 0, unseen())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(opened.CurrentController.Frame, command, "", 0, Array())
  opened.storeToURL(folder & "/" & target & ".docx", asWord())
  opened.close(True)
End Sub
"""

_LIBRARY: Final = "http://openoffice.org/2000/library"
_LIBRARIES_XML: Final = (
    f'<library:libraries xmlns:library="{_LIBRARY}" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"'
    ' library:link="false"/></library:libraries>'
)
_LIBRARY_XML: Final = (
    f'<library:library xmlns:library="{_LIBRARY}" library:name="Standard" library:readonly="false"'
    ' library:passwordprotected="false"><library:element library:name="Revisions"/></library:library>'
)
_MODULE_XML: Final = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Revisions"'
    f' script:language="StarBasic">{escape(_CODE)}</script:module>'
)
_FILES: Final = {
    "script.xlc": _LIBRARIES_XML,
    "Standard/script.xlb": _LIBRARY_XML,
    "Standard/Revisions.xba": _MODULE_XML,
}


class Resolved(NamedTuple):
    """A file with all its changes accepted, and with all of them rejected."""

    accepted: bytes
    rejected: bytes


class WordProcessor:
    """LibreOffice with a profile in ``folder`` that knows the macro."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._run("--terminate_after_init")  # the first start of a profile writes its own empty Basic library
        for name, content in _FILES.items():
            file = folder / "profile/user/basic" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', encoding="utf-8")

    def resolve(self, data: bytes) -> Resolved:
        """Both outcomes for a Word file."""
        targets = [self._folder / f"{name}.docx" for name in Resolved._fields]
        for target in targets:
            target.unlink(missing_ok=True)
        (self._folder / "redline.docx").write_bytes(data)
        self._run(f'macro:///Standard.Revisions.Resolve("{self._folder.as_uri()}")')
        return Resolved(*(target.read_bytes() for target in targets))

    def _run(self, argument: str) -> None:
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        arguments = [self._program, profile, "--headless", "--norestore", argument]
        subprocess.run(arguments, check=True, capture_output=True, timeout=180)
