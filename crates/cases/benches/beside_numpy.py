"""The chances of ten partners by numpy: the same case as chance.rs, to be measured and compared beside it.

The rule: every distribution is written out again from docs/decide.md and nothing is taken from the program, so that agreement means
something. Run it as OMP_NUM_THREADS=1 python beside_numpy.py; it prints P10, P50, P90, mean and chance of a loss of each result.
"""
import time

import numpy as np

DRAWS = 100_000
DISCOUNT = np.cumprod(np.r_[1, np.full(9, 1 / 1.035)])


def normal_chance(point):
    """Abramowitz and Stegun 7.1.26, to seven digits: numpy has no exact one."""
    x = np.abs(point) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return 0.5 * (1 + np.sign(point) * (1 - series * np.exp(-x * x)))


def triangle(low, central, high, chance):
    span, below = high - low, central - low
    rising, falling = low + np.sqrt(chance * span * below), high - np.sqrt((1 - chance) * span * (high - central))
    return np.where(chance * span < below, rising, falling)


def metalog(p10, p50, p90, chance):
    share_below, scale = (p50 - p10) / (p90 - p10), (p90 - p10) / np.log(9)
    log_odds = np.log(chance / (1 - chance))
    return p50 + scale / 2 * log_odds + (1 - 2 * share_below) * scale / 0.8 * (chance - 0.5) * log_odds


def it_project(chance):
    tail = 0.5 * ((1 - np.minimum(chance, 0.999)) / 0.18) ** (-(4.47 - 0.5) / 4.47)
    return 1 + np.where(chance < 0.82, 0.5 * chance / 0.82, tail)


def run(seed):
    draws = np.random.default_rng(seed)
    fortune = np.sqrt(0.5) * draws.standard_normal(DRAWS)
    until, costs, bodies = np.zeros((3, DRAWS)), np.zeros(DRAWS), np.zeros((10, DRAWS))

    def chance(direction):
        return normal_chance(direction * (fortune + np.sqrt(0.5) * draws.standard_normal(DRAWS)))

    def add(body, amount, profile, sign):
        for place, years in enumerate((3, 5, 10)):
            until[place] += sign * (profile[:years] * DISCOUNT[:years]).sum() * amount
        whole = (profile * DISCOUNT).sum() * amount
        bodies[body] += sign * whole
        if sign < 0:
            costs[:] += whole

    once, from_second = np.eye(10)[0], np.r_[0, np.ones(9)]
    from_third, building_up = np.r_[0, 0, np.ones(8)], np.r_[0, 0.5, np.ones(8)]
    for body in range(10):
        add(body, 40_000 * it_project(chance(1)), once, -1)
        add(body, triangle(9_000, 10_000, 15_000, chance(1)), from_second, -1)
        add(body, metalog(5_000, 20_000, 30_000, chance(-1)) * (1 - triangle(0, 0.1, 0.3, chance(1))), building_up, 1)
        add(body, 30_000 * metalog(0, 0.45, 1.2, chance(-1)), from_third, 1)
        add(body, triangle(0, 2_000, 5_000, chance(-1)), from_third, 1)
    for body in range(1, 10):
        charge = triangle(800, 1_000, 1_500, chance(-1)) * (from_second * DISCOUNT).sum()
        bodies[body] -= charge
        bodies[0] += charge
    return [summary(np.sort(result)) for result in [*until, costs, *bodies]]


def summary(ordered):
    p10, p50, p90 = (ordered[int(share * DRAWS) - 1] for share in (0.1, 0.5, 0.9))
    return p10, p50, p90, ordered.mean(), (ordered < 0).mean()


if __name__ == "__main__":
    cpu, wall = time.process_time(), time.perf_counter()
    for seed in range(1, 6):
        results = run(seed)
    print(f"{(time.process_time() - cpu) / 5:.2f} CPU seconds a run, {(time.perf_counter() - wall) / 5:.2f} wall")
    for name, result in zip(["3 years", "5 years", "10 years", "costs", "body 0", "body 1"], results):
        print(f"{name:9}", *(f"{figure:14,.3f}" for figure in result))
