"""`python -m cairn.cli`: the command line without an installed command."""

from cairn.cli import main

if __name__ == "__main__":
    main()
