"""Bit-Swap: lossless image compression with a learned model."""

__version__ = "0.1.0"
