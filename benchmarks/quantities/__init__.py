"""What the benchmark of figures is made of."""
