"""`python -m evc` is the same as `evc`."""

from evc.cli.app import main

if __name__ == "__main__":
    main()
