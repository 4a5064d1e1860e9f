"""Makes the files of this folder anew with LibreOffice; see README.md. Debian: libreoffice-calc-nogui, python3-uno.

    /usr/bin/python3 make.py PROGRAM FOLDER

PROGRAM is unbracket; everything is written into FOLDER.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASE = HERE / "quay.toml"
XLSX = "xlsx:Calc MS Excel 2007 XML"
# Mark between cells, mark around texts, UTF-8, first row.
COMMAS = "csv:Text - txt - csv (StarCalc):44,34,76,1"
SEMICOLONS = "csv:Text - txt - csv (StarCalc):59,34,76,1"


def office(profile: Path, *words: str) -> list[str]:
    """A command with a profile of its own, so that no other LibreOffice is disturbed."""
    return ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", *words]


def convert(profile: Path, source: Path, form: str, target: Path, *words: str) -> None:
    """Lets LibreOffice open a file and save it."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(
            office(profile, *words, "--convert-to", form, "--outdir", made, str(source)),
            check=True, capture_output=True, timeout=300)
        shutil.move(Path(made) / (source.stem + target.suffix), target)


def edit(profile: Path, source: Path, target: Path, cells: dict[str, str]) -> None:
    """Types texts into cells of the sheet Positions, as a person would, and saves."""
    import uno  # pylint: disable=import-outside-toplevel
    from com.sun.star.beans import PropertyValue  # pylint: disable=import-outside-toplevel

    pipe = f"unbracket-{profile.name}"
    accept = f"--accept=pipe,name={pipe};urp;"
    with subprocess.Popen(office(profile, accept), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True) as process:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for attempt in range(120):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # pylint: disable=broad-except
                if attempt == 119:
                    raise
                time.sleep(0.5)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (hidden,))
        frame = document.CurrentController.Frame
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        document.CurrentController.setActiveSheet(document.Sheets.getByName("Positions"))
        for address, text in cells.items():
            for order, name, value in (("GoToCell", "ToPoint", address), ("EnterString", "StringName", text)):
                helper.executeDispatch(frame, f".uno:{order}", "", 0, (PropertyValue(Name=name, Value=value),))
        form = PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML")
        document.storeToURL(f"file://{target}", (form,))
        os.killpg(process.pid, signal.SIGKILL)  # the file is written, and closing may wait for a person


def rows_of(program: str, case: Path) -> list[list[str]]:
    """The table of positions, as the program writes it."""
    import csv  # pylint: disable=import-outside-toplevel

    text = subprocess.run([program, "convert", str(case), "--to", "csv", "-q"], check=True, capture_output=True, text=True).stdout
    return list(csv.reader(text.splitlines()))


def address(rows: list[list[str]], issue: str, option: str, column: str) -> str:
    """Where the entry of a party stands."""
    row = next(i for i, cells in enumerate(rows) if cells[1:3] == [issue, option])
    return "ABCDEFGHIJ"[rows[0].index(column)] + str(row + 1)


def edits(rows: list[list[str]]) -> dict[str, str]:
    """What a person types: words, numbers, an empty cell, a row with a new option."""
    new = len(rows) + 1
    return {
        address(rows, "hours", "10-12", "alta"): "acceptable",
        address(rows, "hours", "1", "coda"): "45.5",
        address(rows, "hours", "all", "coda"): "",
        address(rows, "fee", "(acceptable)", "alta"): "0.2",
        f"B{new}": "hours", f"C{new}": "night", f"D{new}": "at night", f"E{new}": "bad", f"G{new}": "[10, 20]",
    }


def make(program: str, folder: Path) -> None:
    """Every file."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = Path(scratch) / "profile"
        written, table = Path(scratch) / "quay.xlsx", Path(scratch) / "quay.csv"
        for path in (written, table):
            subprocess.run([program, "convert", str(CASE), str(path), "-q"], check=True)
        convert(profile, written, XLSX, folder / "saved.xlsx")
        convert(profile, table, COMMAS, folder / "saved.csv", "--infilter=CSV:44,34,76,1,1/2/2/2/3/2")
        convert(profile, table, SEMICOLONS, folder / "semicolons.csv", "--infilter=CSV:44,34,76,1")
        rows = rows_of(program, CASE)
        # A copy, since a lock that somebody left beside the file would make LibreOffice ask.
        saved = Path(shutil.copy(folder / "saved.xlsx", scratch))
        edit(profile, saved, folder / "edited.xlsx", edits(rows))
        new = len(rows) + 1
        wrong = {
            address(rows, "fee", "(weight)", "alta"): "=1/3",  # stays a text in a cell for texts
            f"B{new + 1}": "hours", f"C{new + 1}": "dusk", f"D{new + 1}": "at dusk", f"E{new + 1}": "=1/3",
            f"B{new}": "hours", f"C{new}": "night", f"D{new}": "at night",
            f"E{new}": "2026-12-10", f"F{new}": "45%", f"G{new}": "12:30",
        }
        edit(profile, written, folder / "wrong.xlsx", wrong)


if __name__ == "__main__":
    make(str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve())
