"""The desk's memory: the log of commits, the record tables projected from it, search, and reading."""
