"""Whether a program that a reader starts gets a process group of its own.

It does, so that it can be ended with all that it started in turn. In a child process that is itself the first of a
group (``child.contain``) it does not: whoever ends that group must reach everything in it.
"""

from __future__ import annotations

#: Set to False once, by a process that was started to read one file.
OWN: bool = True
