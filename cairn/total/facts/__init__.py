"""Totals from flat facts, by SQL that any database answers: the same answers as from the incidents."""
