"""Damaged and forged packages by the thousand; `dev.py fuzz-packages --n N` runs many, the suite some."""
