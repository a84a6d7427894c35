"""Learning rates of PyTorch's schedulers, step by step, for LearningRateTest.

    python schedules.py > ../resources/golden/schedules.json

Made with torch 2.13. A case has the HOCON of a schedule, the optimizer's rate, the steps of an epoch
and the epochs, what was monitored after each epoch (plateau only), and the rate of every step.
"""

import json

import torch
from torch.optim import lr_scheduler as lr

BASE, STEPS, EPOCHS = 0.05, 3, 12


def rates(make, per_epoch, monitored=None):
    """The rate of each step; make gives schedulers, stepped after each step or each epoch."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=BASE)
    schedulers = make(optimizer)
    found = []
    for epoch in range(EPOCHS):
        for _ in range(STEPS):
            found.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            for scheduler in [] if per_epoch else schedulers:
                scheduler.step()
        for scheduler in schedulers if per_epoch else []:
            scheduler.step() if monitored is None else scheduler.step(monitored[epoch])
    return found


def case(schedule, make, per_epoch, monitored=None, higher=False):
    return {
        "schedule": schedule,
        "base": BASE,
        "steps-per-epoch": STEPS,
        "epochs": EPOCHS,
        "monitored": monitored or [],
        "higher-is-better": higher,
        "rates": rates(make, per_epoch, monitored),
    }


def warm_up(optimizer, steps):
    return lr.LinearLR(optimizer, start_factor=1 / (steps + 1), end_factor=1.0, total_iters=steps)


# Equal values, ties within the threshold, a new best, and a worse run.
LOSSES = [1.0, 0.9, 0.89995, 0.9, 0.95, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6]
SCORES = [-0.1, 0.2, 0.20001, 0.2, 0.3, 0.2, 0.1, 0.3, 0.3, 0.4, 0.4, 0.4]

print(
    json.dumps(
        [
            case("type = constant", lambda o: [], True),
            case("type = step, every = 4, factor = 0.3", lambda o: [lr.StepLR(o, 4, 0.3)], True),
            case("type = exponential, factor = 0.8", lambda o: [lr.ExponentialLR(o, 0.8)], True),
            case(
                "type = cosine, final-rate = 0.002",
                lambda o: [lr.CosineAnnealingLR(o, STEPS * EPOCHS, eta_min=0.002)],
                False,
            ),
            case("type = cosine", lambda o: [lr.CosineAnnealingLR(o, STEPS * EPOCHS)], False),
            case("type = constant, warm-up-steps = 7", lambda o: [warm_up(o, 7)], False),
            case(
                "type = step, every = 2, factor = 0.5, warm-up-steps = 10",
                lambda o: [warm_up(o, 10), lr.StepLR(o, 2 * STEPS, 0.5)],
                False,
            ),
            case(
                "type = plateau, factor = 0.2, patience = 1",
                lambda o: [lr.ReduceLROnPlateau(o, "min", 0.2, 1)],
                True,
                LOSSES,
            ),
            case(
                "type = plateau, factor = 0.2, patience = 0, threshold = 0.01, least-rate = 0.005",
                lambda o: [lr.ReduceLROnPlateau(o, "max", 0.2, 0, threshold=0.01, min_lr=0.005)],
                True,
                SCORES,
                True,
            ),
        ],
        indent=1,
    )
)
