"""Real image files: pixels, and everything else that must survive."""
