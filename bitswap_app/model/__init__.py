"""The hierarchical model: an exact integer runtime. torch only here and in training, and here only off the CPU."""
