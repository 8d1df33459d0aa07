"""The .bsw file: sections, checksums and what a file says about itself. FORMAT.md is the authority."""
