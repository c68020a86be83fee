"""Other recorders' tables, in and out, by mapping files; nothing lost.

A mapping (`cairn/vocabulary/mappings/`, or a file of your own) says in which columns a recorder keeps what.
Reading gives each row's value together with the row as it stood; writing gives the row back, cell for cell.
"""

from cairn.exchange.attributions import Attribution, SourceOfIncident
from cairn.exchange.columns import absent_columns, unread_columns
from cairn.exchange.difference import Changed, Difference, Kept, difference, keyed
from cairn.exchange.mapping import Mapping, load_mapping, mapping_names
from cairn.exchange.read import Rejected, Row, read_cells, read_table
from cairn.exchange.write import render, write_table

__all__ = [
    "Attribution",
    "Changed",
    "Difference",
    "Kept",
    "Mapping",
    "Rejected",
    "Row",
    "SourceOfIncident",
    "absent_columns",
    "difference",
    "keyed",
    "load_mapping",
    "mapping_names",
    "read_cells",
    "read_table",
    "render",
    "unread_columns",
    "write_table",
]
