"""An incident's evidence to proposed ranges, grade and strike status, each with the rule that said so."""

from cairn.grade.assess import assess

__all__ = ["assess"]
