"""What to do with this problem: gates first, then the kind of task, and what to try before it."""
