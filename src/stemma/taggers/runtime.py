"""The library that runs the network, which must not report who runs it."""

import os
from types import ModuleType

__all__ = ["load_runtime"]


def load_runtime() -> ModuleType:
    """Return onnxruntime with its telemetry off: from 1.29 on it reports the model and the machine to its maker."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # only heeded where it stands before the library is loaded
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    module: ModuleType = onnxruntime
    return module
