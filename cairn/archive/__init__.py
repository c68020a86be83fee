"""Archive: bytes → WARC files with hashes and a custody log; bytes → readable text with offsets.

    from cairn.archive.store import Archive           # keep bytes, durably, once
    from cairn.archive.store import fetch             # the bytes of one capture
    from cairn.archive.fixity import fixity           # what no longer matches its hash
    from cairn.archive.readable import readable       # the reports in a capture's bytes
    from cairn.archive.locate import locate           # from a span back to the bytes it stands on

An archive is a folder: `captures-00001.warc.gz` and so on (WARC 1.1, one gzip member a record),
`custody.jsonl` (a line a capture, each sealing the one before), and `set-aside/` for what a crash tore off.
"""
