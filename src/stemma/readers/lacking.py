"""What is said where a format needs a library that is not installed."""

from stemma.errors import MissingExtraError, UnreadableError

__all__ = ["refuse_without"]


def refuse_without(path: str, kind: str, error: ImportError) -> UnreadableError:
    """Return what sets one file aside, so that the others are still read; it is raised from *error*."""
    missing = MissingExtraError(f"is {kind}; reading it", "formats")
    refusal = UnreadableError(path, str(missing))
    refusal.__cause__ = error
    return refusal
