"""Workbooks and CSV files spoilt at random: each is read, or refused in words, and soon.

`python -m tests.fuzz 10000 [--seed N]` spoils so many files, and says of each that made anything
but an answer or a refusal by which number it is made again: `--only N`. Exit code 1 for any.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path

from graphtool import formats
from graphtool.errors import GraphtoolError
from tests.fuzz.spoilt import spoilt

MOST_SECONDS, MOST_MEMORY = 20.0, 3 << 30
"""Of one file; of the whole process, in bytes of address space that it may take."""


def main() -> int:
    """Spoils, reads and tells."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("cases", type=int, nargs="?", default=1)
    parser.add_argument("--seed", type=int, default=0, help="the number of the first case")
    parser.add_argument("--only", type=int, help="this case and no other, with its whole trace")
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    cases = [given.only] if given.only is not None else range(given.seed, given.seed + given.cases)
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        for number in cases:
            said = tried(number, Path(place))
            if said:
                failed += 1
                print(f"{number}: {said}" if given.only is None else said, flush=True)
    print(f"{len(cases)} files, {failed} of them neither read nor refused", flush=True)
    return 1 if failed else 0


def tried(number: int, place: Path) -> str:
    """What went wrong with the file of this number; empty where nothing did."""
    path = spoilt(number, place)
    begun = time.process_time()
    try:
        formats.examine(path)
    except GraphtoolError as error:
        if not str(error).strip():
            return "is refused without a word"
    except BaseException:  # whatever it is, it is what is looked for
        return f"{path.name}\n{traceback.format_exc()}"
    finally:
        path.unlink()
    taken = time.process_time() - begun
    return f"{path.name} took {taken:.0f} seconds" if taken > MOST_SECONDS else ""


if __name__ == "__main__":
    sys.exit(main())
