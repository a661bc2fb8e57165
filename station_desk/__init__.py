"""Station Desk: the desktop program of a people's-congress deputy liaison station."""

__version__ = "0.1.0"
