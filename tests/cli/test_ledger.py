"""Every command finds its ledger alike: named first, by -C, or the folder one is in."""

from tests.cli.commands import refused, said


def test_a_ledger_is_named_first_or_by_option_or_is_where_one_stands(after_run):
    code = "SY20170112-1"
    walks = [
        said("trace", after_run, code),
        said("-C", after_run, "trace", code),
        said("trace", code, cwd=after_run),
    ]
    assert walks[0] == walks[1] == walks[2]


def test_a_folder_that_is_no_ledger_is_named(tmp_path):
    assert "is not a ledger" in refused("run", tmp_path)
    assert "is not a ledger" in refused("trace", tmp_path, "SY1")


def test_a_word_that_is_wanting_is_asked_for(after_run):
    assert refused("trace", after_run).startswith("CODE is missing. ")
    assert refused("import", after_run, "--mapping", "airwars").startswith("FILE is missing. ")
    assert refused("release", after_run).startswith("NAME is missing. ")
    assert refused("publish", after_run).startswith("FOLDER is missing. ")


def test_a_folder_after_c_must_be_there(tmp_path):
    assert "Check the folder after -C" in refused("-C", tmp_path / "nowhere", "run")


def test_a_ledger_may_be_called_like_a_command(tmp_path):
    said("init", tmp_path / "total")
    assert "Nothing waits" in said("-C", "total", "review", cwd=tmp_path)
