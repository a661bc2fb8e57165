"""`python -m station_desk` is the same program as `station-desk`."""

from station_desk.cli import main

if __name__ == "__main__":
    main()
