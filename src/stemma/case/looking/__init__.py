"""A case looked into and searched, a list, a story or a document at a time."""
