"""The forms: what a post holds, whether it can be taken, and what it changes."""
