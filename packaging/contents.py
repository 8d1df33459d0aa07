"""What goes into the frozen program and what stays out. bitswap.spec asks; nothing here imports PyInstaller.

Every rule names what the program does not use at run time. The frozen program's own tests (tests/frozen) show that
nothing is missed.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ("icons", "styles", "translations", "weights")  # of resources/; not samples, screenshots, training
IMAGE_CODECS = ("gif", "imcd", "jpegxl", "png", "qoi", "tiff", "webp")  # the modules of imagecodecs that imaging/ calls

# Modules that PyInstaller would follow imports to.
UNUSED_MODULES = [
    "bitswap_app.training",
    *(
        "matplotlib",
        "scipy",
        "pandas",
        "IPython",
        "pytest",
        "hypothesis",
        "setuptools",
        "pip",
        "tkinter",
        "unittest.mock",
    ),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtPdf"),
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt", "PIL._imagingft"),
    *("PIL._imagingcms", "PIL._imagingmath", "PIL._imagingmorph"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numba.cuda", "numba.tests", "llvmlite.tests"),
    *("zstandard._cffi", "zstandard.backend_cffi", "cffi", "pycparser"),
    *("safetensors.flax", "safetensors.mlx", "safetensors.paddle", "safetensors.tensorflow", "safetensors.torch"),
    *("lib2to3", "pydoc_data", "sqlite3", "curses", "readline", "ssl", "_ssl", "_hashlib", "ftplib", "smtplib"),
    *("yaml", "pluggy", "markupsafe", "PyInstaller", "importlib_resources"),
]
TORCH_MODULES = ["torch", "torchgen", "functorch", "sympy", "networkx", "mpmath", "jinja2", "fsspec"]
UNUSED_TORCH = [
    *("torch.utils.tensorboard", "torch.utils.benchmark", "torch.utils.bottleneck", "torch.utils.cpp_extension"),
    *("torch.testing", "torch.onnx", "torch.ao"),
]  # fmt: skip

# Files of the frozen folder, by their path in it. Qt's plugins: a platform each for X11, Wayland and tests, pictures of
# the kinds that previews show, the desktop's look and file dialogs, input methods.
_UNUSED_FILES = [
    r"(^|/)_?(torch|numba|numpy|llvmlite)/.*\.(a|lib|h|hpp|cuh|cmake|c|cpp|pxd|pyi)$",
    r"^numba/np/ufunc/(tbbpool|omppool)\..*",
    r"^torch/(bin|include|share|test)/",
    r"^torch/lib/lib(jitbackend_test|torchbind_test|aoti_custom_ops|shm_windows).*",
    r"^(PySide6/(Qt/)?lib/)?(lib)?Qt6?(Quick|Qml|Pdf|VirtualKeyboard|OpenGLWidgets|Network|Designer|Test|Sql|EglF[sS]).*",
    r"^PySide6/(Qt/)?qml/",
    r"/plugins/(egldeviceintegrations|generic|networkinformation|tls|sqldrivers|qmltooling|printsupport|designer)/",
    r"/plugins/(vectorimageformats|wayland-graphics-integration-server)/",
    r"/plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d).*",
    r"/plugins/platforminputcontexts/(lib)?qtvirtualkeyboard.*",
    r"/plugins/imageformats/(lib)?q(pdf|icns|wbmp|tga).*",
    r"/plugins/wayland-shell-integration/lib(fullscreen|ivi|wl-shell|qt-shell).*",
    r"/translations/(?!qtbase_(de|en|es|fr|ja|zh_CN)\.qm$).*\.qm$",
    r"^(opengl32sw|d3dcompiler_.*)\.dll$",
    # Libraries that every Linux desktop has and that must fit its drivers and fonts, as the AppImage project lists;
    # the .deb depends on their packages. Those of xcb-util stay, because many desktops lack them.
    r"^lib(X11|X11-xcb|Xau|Xdmcp|Xext|Xrender|Xfixes|Xi|xcb|ICE|SM|GL|EGL|GLX|OpenGL|GLdispatch|drm|gbm|uuid)\.so.*",
    r"^lib(xcb-(?!cursor|icccm|image|keysyms|render-util|util|xkb)[a-z0-9]+)\.so.*",
    r"^lib(glib|gio|gobject|gmodule|gthread)-2\.0\.so.*",
    r"^lib(gtk|gdk|pango|cairo|harfbuzz|fontconfig|freetype|fribidi|atk|thai|graphite2|pixman|epoxy|datrie).*\.so.*",
    r"^lib(dbus|systemd|wayland|gcrypt|gpg-error|cap|mount|blkid|selinux|pcre2|expat)[\w.-]*\.so.*",
    r"^lib(jpeg|png16|lzma|zstd|lz4|brotlidec|brotlicommon)\.so.*",
    r"^lib(stdc\+\+|gcc_s|gomp|resolv|com_err|krb5|krb5support|k5crypto|gssapi_krb5|keyutils|bsd|md|crypto|ssl|sqlite3)\.so.*",
    r"(^|/)(direct_url\.json|RECORD|INSTALLER|REQUESTED)$",
]
_UNUSED = re.compile("|".join(f"(?:{rule})" for rule in _UNUSED_FILES))
_IMAGE_CODEC = re.compile(r"^imagecodecs/_(?!shared)(\w+?)\.[\w.-]+$")


def hidden_modules() -> list[str]:
    """Modules that only compiled code imports."""
    numba = Path(next(iter(find_spec("numba").submodule_search_locations)))  # type: ignore[union-attr, arg-type]
    extensions = (
        ".".join(path.relative_to(numba.parent).with_suffix("").parts).split(".cpython")[0].split(".cp3")[0]
        for suffix in ("so", "pyd")
        for path in numba.rglob(f"*.{suffix}")
    )
    unused = re.compile(r"\.cuda\.|tbbpool|omppool|workqueue")
    return [
        *sorted(name for name in extensions if not unused.search(name)),
        *(f"imagecodecs._{name}" for name in (*IMAGE_CODECS, "shared", "shared_cython")),
        "PySide6.QtSvg",
    ]


def is_used(place: str) -> bool:
    """Whether a file belongs into the frozen folder; place is its path there."""
    path = place.replace("\\", "/")
    codec = _IMAGE_CODEC.match(path)
    if codec and codec[1] not in IMAGE_CODECS:
        return False
    ours = re.match(r"^(?:.*/)?resources/translations/", path)
    return bool(ours) or not _UNUSED.search(path)


def excluded_modules(*, with_torch: bool) -> list[str]:
    """Modules that are not followed. Without torch the networks run in kernels or by numpy."""
    return UNUSED_MODULES + (UNUSED_TORCH if with_torch else TORCH_MODULES)


def resource_files() -> list[tuple[str, str]]:
    """(file, folder in the bundle) of everything in resources/ that the program reads."""
    return [
        (str(path), path.parent.relative_to(ROOT).as_posix())
        for folder in RESOURCES
        for path in sorted((ROOT / "resources" / folder).rglob("*"))
        if path.is_file() and path.suffix not in {".ts", ".md"}
    ]
