"""What a language model is asked, and what of its answer may be believed.

The report is data and so is the answer: both are text, nothing in either is executed, followed or opened.

from cairn.extract.by_model.question import question_on     # a report → what is asked
from cairn.extract.by_model.reading import model_reading    # an answer → the claims that stand
"""
