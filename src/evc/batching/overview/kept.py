"""The pieces of an earlier overview, so that only rows that have changed are told again. A throw-away.

One file, ``.evc-cache/told``: a line for all that changes every piece at once, then a line for each dossier in the
order of the results: a checksum, the hash of its row, and its piece. A line that is torn, or of a row that is no more,
is passed over. It is read as a stream beside the results and never held, but for a window in which a row is looked for.
"""

import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import IO

from evc.batching.overview.piece import Piece
from evc.batching.quick import dumps, loads

# So many dossiers in a row may have gone before those behind them have to be told again.
_WINDOW = 500
_CHECKSUM, _HASH = 8, 32
_FIELDS = tuple(name for name in Piece.__match_args__ if name != "fault")


class Kept:
    """Pieces known from the last time, read in the order of the rows; those of this time are written to `stream`."""

    def __init__(self, path: Path, make: str, stream: IO[bytes]) -> None:
        """Begin; `make` is all that changes every piece at once."""
        self._stream = stream
        self._lines = _lines(path, f"{make}\n".encode())
        self._window: dict[bytes, bytes] = {}
        stream.write(f"{make}\n".encode())

    def find(self, row: bytes) -> Piece | None:
        """The piece of a row that comes after all rows asked for before; it is kept for the next time too."""
        mark = _mark(row)
        while mark not in self._window:
            ahead = next(self._lines, None) if len(self._window) < _WINDOW else None
            if ahead is None:
                return None
            self._window[ahead[_CHECKSUM : _CHECKSUM + _HASH]] = ahead
        while (passed := next(iter(self._window))) != mark:
            del self._window[passed]
        line = self._window.pop(mark)
        piece = _piece(line)
        if piece is not None:
            self._stream.write(line)
        return piece

    def keep(self, row: bytes, piece: Piece) -> None:
        """Keep a piece for the next time; what is wrong with a dossier depends on others, and is told each time."""
        if piece.fault is None:
            data = _mark(row) + dumps([getattr(piece, name) for name in _FIELDS])
            self._stream.write(b"%08x%b\n" % (zlib.crc32(data), data))


def _mark(row: bytes) -> bytes:
    return blake2b(row, digest_size=_HASH // 2).hexdigest().encode()


def _lines(path: Path, make: bytes) -> Iterator[bytes]:
    try:
        with path.open("rb") as lines:
            if lines.readline() == make:
                yield from lines
    except OSError:
        return


def _piece(line: bytes) -> Piece | None:
    data = line[_CHECKSUM:-1]
    if not line.endswith(b"\n") or b"%08x" % zlib.crc32(data) != line[:_CHECKSUM]:
        return None
    try:
        return Piece(*loads(data[_HASH:]))
    except (ValueError, TypeError):
        return None
