"""Programs that make what is shipped, run by hand when their sources change."""
