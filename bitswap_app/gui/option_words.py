"""The options in plain words: label, tip and choices of each, and in which order the form shows them.

An option without words here still gets its control, with its name and its help sentence; a test asks for words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # a name that lupdate looks for


@dataclass(frozen=True, slots=True)
class Words:
    """One option for people.

    absent    what stands in the control for None, or for nothing at all
    choices   the words for metadata's choices, by choice
    """

    label: str
    tip: str
    absent: str = ""
    choices: dict[str, str] = field(default_factory=dict)


def groups() -> list[tuple[str, tuple[str, ...]]]:
    """Headings and the options below them, in order."""
    return [
        (translate("options", "Results"), ("effort", "output", "keep_structure", "existing", "source_after")),
        (translate("options", "Contents"), ("verify", "metadata", "thumbnail", "pixels")),
        (translate("options", "Folders"), ("images_only", "include", "exclude")),
        (translate("options", "This computer"), ("device", "threads", "jobs", "max_pixels")),
    ]


def remarks() -> dict[str, str]:
    """What the form says below the last option of a group, by that option's name: what no option changes."""
    return {
        "pixels": translate(
            "options",
            "Colour profile and orientation are always kept. "
            "A JPEG file taken as pixels keeps resolution and EXIF of its metadata, and nothing else.",
        )
    }


def words() -> dict[str, Words]:
    """By the option's name, in the user's language."""
    return {
        "effort": Words(
            translate("options", "Effort"),
            translate("options", "How much time to spend for smaller files. Nothing is lost with any of them."),
            choices={
                "fast": translate("options", "Fast"),
                "standard": translate("options", "Standard"),
                "high": translate("options", "High: smallest files"),
            },
        ),
        "output": Words(
            translate("options", "Write results to"),
            translate("options", "The folder for all results. Left empty, each result stands beside its source."),
            absent=translate("options", "Beside the sources"),
        ),
        "keep_structure": Words(
            translate("options", "Keep the structure of folders"),
            translate("options", "Subfolders of a folder you add are made again in the folder for results."),
        ),
        "existing": Words(
            translate("options", "If the result exists"),
            translate("options", "What to do where another file has the name of a result already."),
            choices={
                "fail": translate("options", "Report an error"),
                "skip": translate("options", "Skip the file"),
                "rename": translate("options", "Keep both: add a number"),
                "replace": translate("options", "Replace it"),
            },
        ),
        "source_after": Words(
            translate("options", "Afterwards, the source is"),
            translate(
                "options",
                "What becomes of a source once its result was read back from the disk, decoded and found the same.",
            ),
            choices={
                "keep": translate("options", "Kept"),
                "trash": translate("options", "Moved to the trash"),
                "delete": translate("options", "Deleted for good"),
            },
        ),
        "verify": Words(
            translate("options", "Check every result"),
            translate(
                "options", "Decodes each result and compares it with its source before keeping it. Leave this on."
            ),
        ),
        "metadata": Words(
            translate("options", "Keep metadata"),
            translate(
                "options",
                "Place, time, camera, comments and the like. Without this, JPEG, PNG and WebP files lose them for "
                "good: what comes back has none, and a source that is removed afterwards takes them along.",
            ),
        ),
        "thumbnail": Words(
            translate("options", "Keep a small preview inside"),
            translate("options", "Lets this program show the picture at once. Takes at most a thousandth of the file."),
        ),
        "pixels": Words(
            translate("options", "Take JPEG files as pixels"),
            translate(
                "options",
                "Usually makes files larger. Without it a JPEG file comes back byte for byte, and takes less room.",
            ),
        ),
        "images_only": Words(
            translate("options", "Pictures only"),
            translate("options", "In folders, take only files whose names are those of pictures."),
        ),
        "include": Words(
            translate("options", "Take only"),
            translate(
                "options", "In folders, take only files that fit one of these patterns, separated by semicolons."
            ),
            absent=translate("options", "all, or for example *.png; summer/*"),
        ),
        "exclude": Words(
            translate("options", "Leave out"),
            translate(
                "options", "In folders, leave out files that fit one of these patterns, separated by semicolons."
            ),
            absent=translate("options", "nothing, or for example *.gif; drafts/*"),
        ),
        "device": Words(
            translate("options", "Run the model on"),
            translate("options", "The files are the same everywhere. Automatic is the fastest device that is exact."),
            choices={
                "auto": translate("options", "Automatic"),
                "cpu": translate("options", "Processor (CPU)"),
                "cuda": translate("options", "Graphics card (CUDA)"),
            },
        ),
        "threads": Words(
            translate("options", "Processor threads"),
            translate("options", "How many processor threads to use. Fewer leave more to other programs."),
            absent=translate("options", "All of them"),
        ),
        "jobs": Words(
            translate("options", "Files at once"),
            translate("options", "How many files to work on at the same time. Each takes memory for its picture."),
            absent=translate("options", "Automatic"),
        ),
        "max_pixels": Words(
            translate("options", "Largest picture, in pixels"),
            translate("options", "Larger pictures are never decoded, so that none can take all the memory."),
        ),
    }


def words_for(name: str, help_sentence: str) -> Words:
    """The words of an option, or what can be said of one without."""
    return words().get(name) or Words(name.replace("_", " ").capitalize(), help_sentence)
