"""Collect: files and folders → items, bytes with what is known of them before anybody reads them.

from cairn.collect.receive import receive         # paths → items, and a sentence for each that is refused
"""
