"""The plan graph and its tables."""

from graphtool.graph.plangraph import PlanGraph
from graphtool.graph.tables import Fact

__all__ = ["Fact", "PlanGraph"]
