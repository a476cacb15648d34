"""How long the same takes in Python, with numpy and scipy (HiGHS) or PuLP (CBC), on the recipe of decide.rs.

The rule: the methods as a careful analyst writes them: whole arrays for the Shapley value and for the grouping of every
subset, every group a row of the linear programmes. Run: python beside_python.py
"""
import resource
import time

import numpy as np
from scipy.optimize import linprog

M = (1 << 64) - 1


def mixed(bits):
    z = bits.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    z ^= z >> np.uint64(32)
    return (z % np.uint64(10000)).astype(float) / 10000


def sizes(n):
    s = np.zeros(1 << n, dtype=np.int8)
    for i in range(n):
        s[1 << i : 2 << i] = s[: 1 << i] + 1
    return s


def costs(n):
    v = 10 * sizes(n).astype(float) ** 0.7 + mixed(np.arange(1 << n))
    v[0] = 0
    return v


def claims(n):
    claim = np.array([1 + i // 2 for i in range(n)], dtype=float)
    total = np.zeros(1 << n)
    for i in range(n):
        total[1 << i : 2 << i] = total[: 1 << i] + claim[i]
    left = np.maximum(0.6 * claim.sum() - (claim.sum() - total), 0)
    left[0] = 0
    return left


def shapley(v, n):
    s = sizes(n)
    weight = np.array([1.0 / (n * np.prod([(n - 1 - k) / (k + 1) for k in range(size)])) for size in range(n)])
    out = []
    for i in range(n):
        w = v.reshape(-1, 2, 1 << i)
        out.append((weight[s.reshape(-1, 2, 1 << i)[:, 0]] * (w[:, 1] - w[:, 0])).sum())
    return out


def nucleolus(v, n):
    """Savings: the chain of programmes, settling by multipliers and leaving out what follows by rank."""
    rows = ((np.arange(1 << n)[:, None] >> np.arange(n)) & 1).astype(float)
    everybody = (1 << n) - 1
    fixed, amounts, open_ = [rows[everybody]], [v[everybody]], np.ones(1 << n, bool)
    open_[[0, everybody]] = False
    while True:
        which = np.flatnonzero(open_)
        a = np.hstack([-rows[which], np.ones((len(which), 1))])
        done = linprog(np.r_[np.zeros(n), -1], A_ub=a, b_ub=-v[which], A_eq=np.hstack([np.array(fixed), np.zeros((len(fixed), 1))]), b_eq=amounts, bounds=(None, None), method="highs")
        x, level = done.x[:n], done.x[n]
        for place in np.flatnonzero(done.ineqlin.marginals < -1e-7):
            if np.linalg.matrix_rank(np.array(fixed + [rows[which[place]]])) > len(fixed):
                fixed.append(rows[which[place]])
                amounts.append(v[which[place]] + level)
        if len(fixed) == n:
            return x
        q, _ = np.linalg.qr(np.array(fixed).T)
        open_ &= np.abs(rows - (rows @ q) @ q.T).max(axis=1) > 1e-8


def grouping(n):
    """The best division by every division of every subset; one row of numpy for each set."""
    worth = sizes(n) * 10.0 * mixed(np.arange(1 << n)) - sizes(n) * (sizes(n).astype(float) - 1) / 2
    best = np.zeros(1 << n)
    for subset in range(1, 1 << n):
        low = subset & -subset
        rest = subset ^ low
        bits = [1 << i for i in range(n) if rest >> i & 1]
        joining = np.zeros(1, dtype=np.int64)
        for bit in bits:
            joining = np.concatenate([joining, joining | bit])
        best[subset] = (worth[joining | low] + best[rest ^ joining]).max()
    return best[-1]


def took(name, what):
    before, wall = resource.getrusage(resource.RUSAGE_SELF), time.time()
    answer = what()
    after = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{name}: {after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.2f} CPU s, {time.time() - wall:.2f} s wall; {answer}", flush=True)


for n in (20, 24):
    v = costs(n)
    took(f"Shapley value of {n}", lambda: round(shapley(v, n)[0], 9))
for n in (10, 14):
    v = -costs(n)
    took(f"nucleolus of costs, {n}", lambda: round(-nucleolus(v, n)[0], 6))
    v = claims(n)
    took(f"nucleolus of claims, {n}", lambda: round(nucleolus(v, n)[0], 6))
for n in (14, 16):
    took(f"grouping of {n}", lambda: round(grouping(n), 6))
