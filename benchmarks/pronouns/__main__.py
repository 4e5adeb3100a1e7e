"""
How often Stemma takes a pronoun or a description for the right one, for a wrong one, or leaves it open.

    python -m benchmarks.pronouns FOLDER…
    python -m benchmarks.pronouns gap --split validation
    python -m benchmarks.pronouns gum --split train --errors

Each FOLDER holds GAP's ``gap-*.tsv`` or GUM's ``GUM_news_*.conllu``. ``accuracy`` is right among all
asked, ``error`` wrong among the answered. "as a source" counts the subjects of reporting verbs alone,
which is what Stemma asks about. Two rules of thumb answer beside it.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.pronouns.answers import READERS, Answer, ask_stemma
from benchmarks.pronouns.gap import read_gap
from benchmarks.pronouns.gum import read_gum
from benchmarks.pronouns.questions import Passage, Question
from benchmarks.pronouns.tally import Tally, table

HELD_OUT = frozenset(("GUM_news_homeopathic", "GUM_news_iodine", "GUM_news_nasa", "GUM_news_sensitive"))
"""The news among the development and test documents of GUM; the rest is for developing on."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure whom pronouns and descriptions are taken for.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--split", choices=("train", "validation"), default="train")
    parser.add_argument("--genre", default="news", help="of GUM")
    parser.add_argument("--errors", action="store_true", help="print what was taken for a wrong one")
    options = parser.parse_args()
    answers: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for corpus, passage in _passages(options.folders, options.split, options.genre):
        for question in passage.questions:
            for reader, ask in READERS.items():
                answer = ask(passage, question)
                for about in _headings(corpus, question):
                    answers[about, reader].append(answer)
                if options.errors and ask is ask_stemma and answer is not Answer.RIGHT:
                    print(_shown(passage, question, answer))
    print(table((about, reader, Tally(found)) for (about, reader), found in sorted(answers.items(), key=_order)))


def _order(row: tuple[tuple[str, str], list[Answer]]) -> tuple[str, int]:
    (about, reader), _ = row
    return about, list(READERS).index(reader)


def _headings(corpus: str, question: Question) -> Iterator[str]:
    yield f"{corpus}: {question.kind}"
    if question.is_source:
        yield f"{corpus}: {question.kind}, as a source"


def _passages(folders: Sequence[Path], split: str, genre: str) -> Iterator[tuple[str, Passage]]:
    for folder in folders:
        name = "gap-development.tsv" if split == "train" else "gap-validation.tsv"
        if (folder / name).exists():
            yield from (("GAP", passage) for passage in read_gap(folder / name))
        for path in sorted(folder.glob(f"GUM_{genre}_*.conllu")):
            if (path.stem in HELD_OUT) is (split == "validation"):
                yield "GUM", read_gum(path)


def _shown(passage: Passage, question: Question, answer: Answer) -> str:
    text, span = passage.document.text, question.span
    before = text[max(0, span.start - 300) : span.start]
    return f"{answer}: {passage.document.path} {before}[[{span.cut(text)}]]{text[span.end : span.end + 60]}\n"


if __name__ == "__main__":
    main()
