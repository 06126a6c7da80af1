"""Takes the pictures of the guide and the README anew, from the real window on the seeds.

python docs/pictures/make.py [NAME…] takes those of these names, all without one; --list names them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Take pictures; return 2 if one is not in the table."""
    sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]
    os.environ["LC_ALL"] = "C.UTF-8"
    # The fonts are the program's own, so that every machine shows the same without a screen.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={HERE / 'screen.json'}"
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default=false"
    import marking  # noqa: F401  # puts its pictures into the table
    import reading  # noqa: F401
    from studio import save, studio
    from table import PICTURES

    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print("\n".join(PICTURES))
        return 0 if unknown == ["--list"] else 2
    failed = 0
    with tempfile.TemporaryDirectory() as home, studio(Path(home)) as visit:
        for name in names or PICTURES:
            each = PICTURES[name]
            try:
                with visit(each.size, each.theme) as desk:
                    size = save(each.take(desk), HERE / f"{name}.png")
            except Exception:
                failed = 1
                traceback.print_exc()  # the others are taken all the same
                continue
            print(f"{name}.png  {size / 1000:.0f} kB", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
