"""What pages show, as plain data made apart from the views."""
