"""The measurements: each job of ours against its physical limit, in one run."""
