"""Float training, quantisation-aware training and export. Never imported by the rest."""
