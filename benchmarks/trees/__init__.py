"""Cases with a known tree, made by the hundred, to measure origins, derivations and drift on."""
