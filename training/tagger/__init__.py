"""How the tagger's weights are made: from PolNeAR to the file in the package."""
