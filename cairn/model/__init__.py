"""A language model at an address: asked only where somebody configured one, and never more than asked.

from cairn.model.setting import ModelSetting      # which model, at which address, with which bounds
from cairn.model.chat import Model                # a question → the words of its answer, or ModelFailed

What an answer may claim is for `cairn.extract.by_model` to judge; here it is only fetched, within bounds of
time and size.
"""
