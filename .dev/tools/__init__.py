"""What `dev.py` is made of: standard library only, nothing of it is shipped."""
