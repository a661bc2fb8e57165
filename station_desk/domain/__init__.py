"""The trade itself: records, tracks, deadlines, figures. Standard library only."""
