"""Files in and out: packages between desks, and the spreadsheets of others."""
