"""One widget a file. They show and ask; they decide nothing about files."""
