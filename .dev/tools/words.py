"""Finds every translatable sentence in the Python source, by syntax tree.

Why not pyside6-lupdate alone: measured on 6.9.3, it passes over every call with a keyword argument, such as
`i18n.translate("issues", "{count} matters", count=3)`, and over what stands inside an f-string. So we find
the sentences and write them to one plain file that lupdate reads; it adds those of the forms.

The rules this holds the source to:
- `self.tr("literal")`, one argument, inside a class: the class is the context (Qt looks there, then in its
  base classes). Fill places afterwards: `self.tr("{count} rows").format(count=n)`.
- `i18n.translate("context", "literal {name}", name=value)`: two literals, the values by keyword.
- `QCoreApplication.translate("Context", "literal")`: two literals.
- A literal may be several strings side by side, never an f-string, a name or a sum.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.machine import Failure

TRANSLATORS = frozenset({"i18n", "QCoreApplication", "QApplication"})


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One source text in its context, with where it stands (`file:line`) for messages."""

    context: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Found:
    """All sentences of some files, and what is wrong with the calls that hold none."""

    sentences: tuple[Sentence, ...]
    problems: tuple[str, ...]


def find(files: list[Path], root: Path) -> Found:
    """Read `files`; places are given relative to `root`."""
    sentences: list[Sentence] = []
    problems: list[str] = []
    for file in files:
        name = file.relative_to(root).as_posix()
        for node, context in _calls(_tree(file, name), None):
            where = f"{name}:{node.lineno}"
            try:
                sentence = _sentence(node, context, where)
            except ValueError as error:
                problems.append(f"{where}: {error}")
            else:
                if sentence is not None:
                    sentences.append(sentence)
    return Found(tuple(sentences), tuple(problems))


def _tree(file: Path, name: str) -> ast.Module:
    try:
        return ast.parse(file.read_text("utf-8"), name)
    except SyntaxError as error:
        # Going on without this file would drop its sentences, and with them their Chinese.
        raise Failure(f"{name}:{error.lineno} is not valid Python now; nothing was changed.") from error


def _calls(node: ast.AST, context: str | None) -> Iterator[tuple[ast.Call, str | None]]:
    """Every call below `node` with the innermost class it stands in."""
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        yield node, context
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, context)


def _sentence(call: ast.Call, context: str | None, where: str) -> Sentence | None:
    """The sentence of `call`, None if it is no translating call; ValueError says which rule it breaks."""
    kind = _kind(call)
    if kind == "tr":
        if context is None:
            raise ValueError(
                "tr() outside a class has no context; use i18n.translate or pass the sentence in."
            )
        if len(call.args) != 1 or call.keywords:
            raise ValueError("tr() takes one literal; fill places afterwards with .format().")
        return Sentence(context, _literal(call.args[0], "the text of tr()"), where)
    if kind == "translate":
        if len(call.args) != 2:
            raise ValueError("translate() takes two literals, context and text; values come by keyword.")
        named = _literal(call.args[0], "the context of translate()")
        return Sentence(named, _literal(call.args[1], "the text of translate()"), where)
    return None


def _kind(call: ast.Call) -> str | None:
    match call.func:
        case ast.Attribute(attr="tr"):
            return "tr"
        case ast.Name(id="translate"):
            return "translate"
        case ast.Attribute(value=ast.Name(id=owner), attr="translate") if owner in TRANSLATORS:
            return "translate"
        case _:
            return None


def _literal(node: ast.expr, what: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        return node.value
    raise ValueError(f"{what} must be a string literal with words in it, so that it can be translated.")
