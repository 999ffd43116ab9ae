"""The plan graph and its tables; when what is in them holds, and what belongs to whom.

A **period** is two whole numbers, the first and the last day, both included: 20150401, 20151231.
Every node and every assertion has one, worked out once from the dates as they were said
(`periods`): 2015 begins on its first day and ends on its last, what says nothing is open, a
programme lasts as long as its parts, a municipality that was merged until the day before. What a
merged party had are rows of their own, for its successor and with their own period. So the graph
of a day (`PlanGraph.as_of`) is one comparison of numbers, and so is every question about a day.

**What belongs to whom** is defined once too (`belonging`), over bodies and their bodies, on a graph
as it is and with periods (`belonging_in_time`).
"""

from graphtool.graph.facts import Fact
from graphtool.graph.plangraph import PlanGraph

__all__ = ["Fact", "PlanGraph"]
