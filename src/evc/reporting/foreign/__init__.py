"""What an institution brings itself: its templates, looked at, compiled and rendered in a child with limits only.

The modules that import Jinja's environment of foreign templates run inside that child; `rendering` is its front door
to the rest of evc.
"""
