"""The exception tree."""

import re

from bitswap_app import errors
from bitswap_app.errors import BitswapError, CorruptFile, EmptyMessage


def subclasses(cls):
    return {cls, *(deeper for sub in cls.__subclasses__() for deeper in subclasses(sub))}


def test_the_tree_drawn_in_the_docstring_is_the_tree():
    drawn = dict(re.findall(r"^\W*(\w+)\s+(\d+)(?:\s|$)", errors.__doc__, re.MULTILINE))
    own = {cls for cls in subclasses(BitswapError) if cls.__module__ == errors.__name__}
    assert drawn == {cls.__name__: str(cls.exit_code) for cls in own}


def test_a_decoder_meets_an_empty_message_as_a_corrupt_file():
    assert issubclass(EmptyMessage, CorruptFile)
    assert EmptyMessage.exit_code == CorruptFile.exit_code
