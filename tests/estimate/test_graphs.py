import pytest

from cairn.estimate.graphs import decomposable_graphs, graph_name


@pytest.mark.parametrize(("lists", "many"), [(3, 8), (4, 61), (5, 822), (6, 18154)])
def test_there_are_as_many_decomposable_graphs_as_theory_says(lists, many):
    assert len(decomposable_graphs(lists)[1]) == many


def test_every_graph_speaks_of_each_list_once_in_all():
    signs, _ = decomposable_graphs(4)
    for place in range(4):
        holding = [those for those in range(16) if those >> place & 1]
        assert (signs[:, holding].sum(axis=1) == 1).all()


def test_a_ring_of_four_is_not_decomposable():
    names = {graph_name(int(edges), 4) for edges in decomposable_graphs(4)[1]}
    assert "[12,14,23,34]" not in names
    assert {"[1234]", "[1,2,3,4]", "[123,134]"} <= names
