"""The tables, their migrations, and every write. Nothing else touches a table but `team`."""
