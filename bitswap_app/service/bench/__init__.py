"""`bitswap bench`: what codecs make of a folder of images, measured."""
