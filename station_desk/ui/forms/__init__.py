"""What pyside6-uic makes of forms/*.ui; never edited by hand (`dev.py forms`)."""
