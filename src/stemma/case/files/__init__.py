"""Files as a user names them: found, opened one after another, taken apart, drawn, written whole."""
