"""What every test shares: how many examples Hypothesis makes, and that texts are compiled."""

import os

from hypothesis import HealthCheck, settings

# Generating whole dossiers takes tens of milliseconds each; `thorough` is for the evening before a release.
settings.register_profile("usual", max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
