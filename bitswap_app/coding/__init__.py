"""The codec core: a rANS message, codecs that combine, integer distributions. numpy and numba, no files, no torch."""
