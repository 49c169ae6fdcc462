"""What a schema cannot say: checking rubrics and dossiers as a maintainer or an assessor wants them checked."""

from evc.checking.paths import Checked, check_paths

__all__ = ["Checked", "check_paths"]
