"""What figures count: which of them count one thing, and which cannot."""
