"""Use cases: files in, files out, told as events. No Qt, no argparse, no print."""
