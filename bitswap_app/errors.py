"""Every error this application raises on purpose, with its exit code; and the sentences that tell of them.

    BitswapError              1
    |- Cancelled            130   the user stopped the work; nothing was written
    |- ImageError            10   the source image cannot be compressed as it is
    |- InputError            11   the source cannot be read: absent, a directory, or no permission
    |- OutputError           12   the result cannot be written: no permission or no space
    |- FormatError           20   the bytes are not a file that this version reads
    |  |- UnsupportedVersion 21
    |  `- CorruptFile        22
    |     `- EmptyMessage    22   a codec asked for more bits than the message holds
    |- ModelError            30   weights are missing, altered, or not the ones the file names
    |- DeviceError           40   the device asked for cannot be used
    `- VerifyFailed          50   decoding did not give the source back; the output was discarded

Codes are part of the CLI's interface: add, never renumber. A bug is not in this tree; it is a ValueError or worse.
"""

from __future__ import annotations

from typing import ClassVar, Self


class Sentence(str):
    """English for the user that remembers what it was made of, so that a front end can say it in another language.

    template   the sentence with the names of its fields in braces; without fields, the sentence itself
    fields     what stands there: numbers, paths, other errors, and phrases that may be Sentences themselves
    """

    __slots__ = ("fields", "template")

    template: str
    fields: dict[str, object]

    def __new__(cls, template: str = "", /, **fields: object) -> Self:
        made = super().__new__(cls, template.format(**fields) if fields else template)
        made.template, made.fields = template, fields
        return made


class BitswapError(Exception):
    """Base of the tree. ``str(error)`` is a sentence that a user can act on: a Sentence, or what makes one."""

    exit_code: ClassVar[int] = 1

    def __init__(self, template: str = "", /, **fields: object) -> None:
        self.sentence = template if isinstance(template, Sentence) else Sentence(template, **fields)
        super().__init__(self.sentence)


class Cancelled(BitswapError):
    """The user stopped the work. Ends a batch, unlike every other error here."""

    exit_code = 130


class ImageError(BitswapError):
    """The source is readable but no image that can be compressed as it is."""

    exit_code = 10


class InputError(BitswapError):
    """The source cannot be read: it is absent, a directory, or reading it is not permitted."""

    exit_code = 11


class OutputError(BitswapError):
    """The result cannot be written: its folder is absent or not writable, or the disk is full."""

    exit_code = 12


class FormatError(BitswapError):
    """The bytes are not a file that this version reads."""

    exit_code = 20


class UnsupportedVersion(FormatError):
    """The file is sound but newer than this program."""

    exit_code = 21


class CorruptFile(FormatError):
    """The file was damaged after it was written."""

    exit_code = 22


class EmptyMessage(CorruptFile):
    """A codec needed more bits than the message holds.

    A decoder lets it pass: there it means that the file is damaged, which is what its base class says. An encoder
    that borrows bits for a latent catches it, because there it means that the message must be seeded first, or that
    this part must be coded without bits-back.
    """


class ModelError(BitswapError):
    """Weights are missing, altered, or not the ones the file names."""

    exit_code = 30


class DeviceError(BitswapError):
    """The device asked for is absent, or failed its known-answer test."""

    exit_code = 40


class VerifyFailed(BitswapError):
    """Decoding did not give the source back, so the output was discarded."""

    exit_code = 50
