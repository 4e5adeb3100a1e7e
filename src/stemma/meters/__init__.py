"""Meters: how long work goes, for the programs that watch over machines."""
