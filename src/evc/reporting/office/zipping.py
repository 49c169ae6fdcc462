"""An office document packed again without a clock, so that equal documents are equal bytes."""

import zipfile
from io import BytesIO

# The first day that a zip can hold; a part's day means nothing here.
_DAY = (1980, 1, 1, 0, 0, 0)


def repacked(document: bytes) -> bytes:
    """The same parts in the same order, each with the same day."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as source, zipfile.ZipFile(stream, "w") as target:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Who wrote a zip stands in it as the system it was written on.
            entry.create_system = 3
            target.writestr(entry, source.read(part))
    return stream.getvalue()
