import numpy as np
import pytest

from cairn.estimate.hierarchy import hierarchical_models, model_name, model_of, named_terms


@pytest.mark.parametrize(("lists", "many"), [(3, 8), (4, 113), (5, 6893)])
def test_there_are_as_many_hierarchical_models_as_theory_says(lists, many):
    models = hierarchical_models(lists, lists - 1)
    assert len(models) == many
    assert len(np.unique(models, axis=0)) == many


def test_a_model_holds_every_term_within_its_terms():
    assert model_of([[1, 2, 3]], 4, 3).sum() == 1 + 4 + 3 + 1


@pytest.mark.parametrize("name", ["[123,14,34]", "[12,3,4]", "[1,2,3,4]", "[134,12,23]"])
def test_a_models_name_and_its_terms_say_the_same(name):
    assert model_name(model_of(named_terms(name), 4, 3), 4, 3) == name
