"""Use cases, one module a noun: each public call is one commit, whatever calls it."""
