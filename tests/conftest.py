"""What every test shares: how many examples Hypothesis makes, and the options that renew expected files."""

import os

import pytest
from hypothesis import HealthCheck, settings

# Generating whole dossiers takes tens of milliseconds each; `thorough` is for the evening before a release.
settings.register_profile("usual", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Two options for a maintainer who changed what examples should give, and has read the difference."""
    parser.addoption("--update-examples", action="store_true", help="rewrite the expected files beside the examples")
    parser.addoption("--clean-examples", action="store_true", help="remove expected files that no test makes")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-examples"))


@pytest.fixture
def clean(request: pytest.FixtureRequest) -> bool:
    """Whether expected files without a test are to be removed instead of reported."""
    return bool(request.config.getoption("--clean-examples"))
