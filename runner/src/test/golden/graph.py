"""Logits of whole small models by PyTorch in float64, for GraphGoldenTest.

    python graph.py > ../resources/golden/graph.json

Needs torch. The cases are what the graph itself does beside its boxes: an encoding beside each step, an
encoding as the query of an attention, and fields that are read side by side. Every row is computed alone,
cut to its own length; padding holds noise.
"""

import json
import sys

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
TIME = 5
LENGTHS = [5, 3, 1, 2]
ROWS = len(LENGTHS)


def flat(tensor):
    return [float(f"{v:.10g}") for v in tensor.detach().reshape(-1).tolist()]


def exact(tensor):
    return torch.round(tensor * 1024) / 1024  # exact in float32


def rounded(module):
    for parameter in module.parameters():
        parameter.data = exact(parameter.data)
    return module


def lstm(width, hidden):
    return rounded(nn.LSTM(width, hidden, batch_first=True))


def stack(prefix, module):
    parameters = {}
    for path, parameter in module.named_parameters():
        what, place, layer = path.split("_")
        parameters[f"{prefix}stack.layer-{layer[1:]}.{what}-{place}"] = parameter
    return parameters


def write(name, model, x, z, who, parameters, row):
    """row: (n, 3), (n, 2), (2) -> what the head reads"""
    merged = [row(x[i, :n], z[i, :n], who[i]) for i, n in enumerate(LENGTHS)]
    output = rounded(nn.Linear(len(merged[0]), 1))
    parameters = parameters | {
        "heads.head.layers.output.weight": output.weight,
        "heads.head.layers.output.bias": output.bias,
    }
    return {
        "name": name,
        "model": model + "\nmerger { type = concat }\nhead { type = binary }",
        "x": flat(x),
        "z": flat(z),
        "who": flat(who),
        "parameters": {path: flat(p) for path, p in parameters.items()},
        "logits": [flat(output(m))[0] for m in merged],
    }


def cases():
    torch.manual_seed(11)
    x, z, who = exact(torch.randn(ROWS, TIME, 3)), exact(torch.randn(ROWS, TIME, 2)), exact(torch.randn(ROWS, 2))
    given = "encoders.who { type = identity }\n"

    both = lstm(5, 4)
    yield write(
        "side by side", "encoders.a { inputs = [x, z], type = lstm, hidden-size = 4, pooling { type = last } }",
        x, z, who, stack("encoders.a.encoder.", both),
        lambda a, b, c: both(torch.cat([a, b], 1)[None])[1][0][0, 0])

    other = lstm(5, 4)
    yield write(
        "side by side, in the other order",
        "encoders.a { inputs = [z, x], type = lstm, hidden-size = 4, pooling { type = last } }",
        x, z, who, stack("encoders.a.encoder.", other),
        lambda a, b, c: other(torch.cat([b, a], 1)[None])[1][0][0, 0])

    every = lstm(5, 4)
    yield write(
        "every step",
        given + "encoders.a { input = x, condition-on = who, condition-as = every-step, type = lstm, "
        "hidden-size = 4, pooling { type = last } }",
        x, z, who, stack("encoders.a.encoder.", every),
        lambda a, b, c: torch.cat([every(torch.cat([a, c.expand(len(a), 2)], 1)[None])[1][0][0, 0], c]))

    asked, query = lstm(3, 4), rounded(nn.Linear(2, 4, bias=False))

    def multiplicative(a, b, c):
        states = asked(a[None])[0][0]
        weights = (states @ query(c)).softmax(0)
        return torch.cat([weights @ states, c])

    yield write(
        "query of a multiplicative attention",
        given + "encoders.a { input = x, condition-on = who, condition-as = query, type = lstm, "
        "hidden-size = 4, pooling { type = multiplicative-attention } }",
        x, z, who, stack("encoders.a.encoder.", asked) | {"encoders.a.encoder.pooling.query.weight": query.weight},
        multiplicative)

    inner = lstm(3, 4)
    state, question, score = (rounded(m) for m in (nn.Linear(4, 3), nn.Linear(2, 3, bias=False), nn.Linear(3, 1, bias=False)))

    def additive(a, b, c):
        states = inner(a[None])[0][0]
        weights = score(torch.tanh(state(states) + question(c)))[:, 0].softmax(0)
        return torch.cat([weights @ states, c])

    path = "encoders.a.encoder.pooling."
    yield write(
        "query of an additive attention",
        given + "encoders.a { input = x, condition-on = who, condition-as = query, type = lstm, "
        "hidden-size = 4, pooling { type = additive-attention, size = 3, query = true } }",
        x, z, who,
        stack("encoders.a.encoder.", inner) | {
            path + "state.weight": state.weight, path + "state.bias": state.bias,
            path + "query.weight": question.weight, path + "score.weight": score.weight},
        additive)


lines = ",\n".join("  " + json.dumps(case) for case in cases())
versions = {"python": sys.version.split()[0], "torch": torch.__version__}
print('{"versions": ' + json.dumps(versions) + f', "time": {TIME}, "lengths": {LENGTHS}, "cases": [\n' + lines + "\n]}")
