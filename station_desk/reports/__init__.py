"""Documents: every form and table by name, as PDF or Excel."""
