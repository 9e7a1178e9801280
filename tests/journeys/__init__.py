"""What people do, in a real browser with the real server."""
