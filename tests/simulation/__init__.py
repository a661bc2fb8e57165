"""Schedules of random work and faults among real desks, each a pure function of one printed seed."""
