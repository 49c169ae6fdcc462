"""What goes between evc and a child with limits: one JSON document at a time, with its length before it.

JSON, and not pickle, since what comes back was made where foreign templates run: reading it must not run anything.
"""

import json
from base64 import b64decode, b64encode
from typing import IO, Any

Plain = str | int | float | bool | bytes | None | list["Plain"] | dict[str, "Plain"]

# More than an advice in any format ever is; what asks for more is not read.
MOST_BYTES = 32 * 1024 * 1024
_LENGTH = 8
_BYTES = "\0bytes"


class TooLargeError(Exception):
    """A document is larger than `MOST_BYTES`."""


def write(stream: IO[bytes], document: Plain) -> None:
    """Send one document; raises TooLargeError before anything is sent, OSError when nobody takes it."""
    data = json.dumps(document, default=_packed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise TooLargeError
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def read(stream: IO[bytes]) -> Plain:
    """Take in one document.

    Raises EOFError when the other side is gone, TooLargeError and ValueError for what no side of ours sends.
    """
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    if length > MOST_BYTES:
        raise TooLargeError
    document: Plain = json.loads(_exactly(stream, length), object_hook=_unpacked)
    return document


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _packed(data: object) -> object:
    if isinstance(data, bytes):
        return {_BYTES: b64encode(data).decode()}
    raise TypeError(type(data).__name__)


def _unpacked(found: dict[str, Any]) -> Any:  # noqa: ANN401 - bytes, or the mapping itself
    return b64decode(found[_BYTES]) if found.keys() == {_BYTES} else found
