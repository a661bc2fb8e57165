"""Made-up desks to look at, learn on and measure with: real place names, invented people and matters."""

from station_desk.demo.bulk import fill
from station_desk.demo.make import DemoDesks, make_demo

__all__ = ["DemoDesks", "fill", "make_demo"]
