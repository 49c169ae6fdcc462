"""A second judge, written straight from DESIGN §4 and sharing no code with evc: the two must agree."""
