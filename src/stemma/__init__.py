"""Who said what, who took it from whom, and how many independent origins are left."""

__version__ = "0.1.0"
