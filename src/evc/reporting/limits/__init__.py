"""A room with limits: a function of evc runs on plain data in a child process that may use so much memory and time.

What an institution brings (a template, a Word document) is compiled and rendered in such a child and nowhere else: a
template of one line can ask for a gigabyte or never end, and no sandbox inside a process stops that (REPORTS §8).
"""

from evc.reporting.limits.room import LimitError, Limits, Room, in_child
from evc.reporting.limits.wire import Plain

__all__ = ["LimitError", "Limits", "Plain", "Room", "in_child"]
