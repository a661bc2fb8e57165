"""A reader and a writer of packages by an engineer who had docs/exchange-format.md, and nothing of ours.

Where tests showed that the page had misled, the page was mended and these followed it.
"""
