"""How a batch goes: on two cores against one, against the bare encoder, and as it grows."""
