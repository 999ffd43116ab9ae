"""A large action plan as a workbook, and what it costs to read beside openpyxl's own reading."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import openpyxl

HEADINGS = ("Mål", "Tiltak", "Ansvarlig", "Samarbeidspartnere", "Frist", "Status", "Merknad")
TOWNS = ("Rollag", "Flesberg", "Nore og Uvdal", "Kongsberg", "Notodden", "Tinn", "Hjartdal")
STATUSES = ("Pågår", "Ferdig", "Ikke startet", "Utsatt")
PARTNERS = 400
"""Organisations beside the municipalities."""


def write(path: Path, rows: int) -> None:
    """A plan of so many measures, under goals that stand once; the same each time."""
    chance = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Handlingsplan")
    sheet.append(["Handlingsplan 2025-2027"])
    sheet.append([])
    sheet.append(HEADINGS)
    for number in range(rows):
        goal, measure = divmod(number, 10)
        partners = [f"Bedrift {chance.randrange(PARTNERS)} AS" for _ in range(2)]
        sheet.append(
            [
                None if measure else f"Mål {goal + 1}: Det {goal + 1}. vi vil",
                f"{goal + 1}.{measure + 1} Tiltak av et slag",
                f"{chance.choice(TOWNS)} kommune",
                ", ".join([chance.choice(TOWNS), *partners]),
                datetime.datetime(2025 + number % 3, 1 + number % 12, 1 + number % 28),
                chance.choice(STATUSES),
                f"Sak {number % 500}, se referatet" if number % 3 else None,
            ]
        )
    book.save(path)


def read_with_openpyxl(path: Path) -> int:
    """How many cells hold something, as openpyxl reads them."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    filled = sum(
        value is not None for row in book.worksheets[0].iter_rows(values_only=True) for value in row
    )
    book.close()
    return filled
