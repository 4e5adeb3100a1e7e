"""What was changed on the way, a module a kind of change."""
