"""Loops over the arcs of a large graph, compiled by numba: loaded by `compiled`, where it pays.

Each does what a function of the module of its name does with numpy and scipy, with sums in the same
order, so that the answer has the same bytes. Rows are those of a sparse matrix: of node v, the
nodes `ends[start[v]:start[v + 1]]`. A kernel lets other threads run and shares nothing with them.
Where lanes are written out, a0 to a7, it is so that they stay in the processor's registers.
"""
