"""Golden vectors of the BiLSTM with attention and of the attention poolings, by PyTorch in float64.

    python attention.py [directory]          default: ../resources/golden beside this file

Needs torch. Every row is computed alone, cut to its own length, the scores by scaled_dot_product
attention where they are products, and by their equations where they are not. Padding holds noise.
"""

import json
import pathlib
import sys

import torch
from torch import nn
from torch.nn.functional import scaled_dot_product_attention

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
VERSIONS = {"python": sys.version.split()[0], "torch": torch.__version__}
TIME = 6
LENGTHS = [6, 3, 1, 0]
torch.set_default_dtype(torch.float64)


def flat(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().reshape(-1).tolist()]


def rounded(module):
    for parameter in module.parameters():
        parameter.data = torch.round(parameter.data * 4096) / 4096  # exact in float32
    return module


def random(*shape):
    return torch.round(torch.randn(*shape) * 256) / 256


def write(name, spi, config, parameters, values, attend, query=None):
    """attend: row (n, F), query (Q) -> weights (n), encoding (E)"""
    width = values.shape[2]
    golden = {
        "versions": VERSIONS, "spi": spi, "config": config,
        "width": width, "time": TIME, "lengths": LENGTHS, "input": flat(values),
        "parameters": {path: flat(p) for path, p in parameters.items()},
        "weights": [], "encoding": [],
    }
    if query is not None:
        golden["query-width"] = query.shape[1]
        golden["query"] = flat(query)
    size = attend(values[0], None if query is None else query[0])[1].numel()
    for i, n in enumerate(LENGTHS):
        weights, encoding = torch.zeros(0), torch.zeros(size)
        if n:
            weights, encoding = attend(values[i, :n], None if query is None else query[i])
        golden["weights"].append(flat(weights))
        golden["encoding"].append(flat(encoding))
    (OUT / f"{name}.json").write_text(json.dumps(golden, indent=1) + "\n")


def vector(width, prefix=""):
    score = rounded(nn.Linear(width, 1, bias=False))

    def attend(states, query):
        weights = score(states)[:, 0].softmax(0)
        return weights, weights @ states

    return {prefix + "score.weight": score.weight}, attend


def additive(width, query_width, size, prefix=""):
    state, score = rounded(nn.Linear(width, size)), rounded(nn.Linear(size, 1, bias=False))
    parameters = {"state.weight": state.weight, "state.bias": state.bias,
                  "score.weight": score.weight}
    if query_width:
        asked = rounded(nn.Linear(query_width, size, bias=False))
        parameters["query.weight"] = asked.weight

    def attend(states, query):
        inner = state(states) + (asked(query) if query_width else 0)
        weights = score(torch.tanh(inner))[:, 0].softmax(0)
        return weights, (weights[:, None] * states).sum(0)

    return {prefix + path: p for path, p in parameters.items()}, attend


def multiplicative(width, query_width, scaled, prefix=""):
    asked = rounded(nn.Linear(query_width, width, bias=False))

    def attend(states, query):
        q = asked(query)[None]
        scale = None if scaled else 1.0
        identity = torch.eye(len(states))
        weights = scaled_dot_product_attention(q, states, identity, scale=scale)[0]
        return weights, scaled_dot_product_attention(q, states, states, scale=scale)[0]

    return {prefix + "query.weight": asked.weight}, attend


def bilstm(name, layers, config, make):
    features, hidden = 3, 2
    lstm = rounded(nn.LSTM(features, hidden, layers, batch_first=True, bidirectional=True))
    parameters, attend = make(2 * hidden)
    for path, parameter in lstm.named_parameters():
        what, place, layer, *reverse = path.split("_")
        block = "-".join(["layer", layer[1:], *reverse])
        parameters[f"stack.{block}.{what}-{place}"] = parameter

    def encode(row, query):
        states, (last, _) = lstm(row[None])
        return attend(states[0], torch.cat([last[-2, 0], last[-1, 0]]))

    write(name, "sequence-encoder",
          {"type": "bilstm-attention", "hidden-size": hidden, "layers": layers, "pooling": config},
          parameters, random(len(LENGTHS), TIME, features), encode)


def pooling(name, config, made, query_width=0):
    parameters, attend = made
    query = random(len(LENGTHS), query_width) if query_width else None
    write(name, "pooling", config, parameters, random(len(LENGTHS), TIME, 3), attend, query)


def main():
    torch.manual_seed(1)
    print(VERSIONS)
    pooling("learned-vector", {"type": "learned-vector"}, vector(3))
    pooling("additive-attention", {"type": "additive-attention", "size": 4}, additive(3, 0, 4))
    pooling("additive-attention-query", {"type": "additive-attention", "size": 4, "query": True},
            additive(3, 2, 4), 2)
    pooling("multiplicative-attention", {"type": "multiplicative-attention"},
            multiplicative(3, 2, False), 2)
    pooling("multiplicative-attention-scaled",
            {"type": "multiplicative-attention", "scaled": True}, multiplicative(3, 2, True), 2)
    bilstm("bilstm-attention", 1, {"type": "additive-attention", "size": 4},
           lambda width: additive(width, 0, 4, "pooling."))
    bilstm("bilstm-attention-query", 2, {"type": "additive-attention", "size": 4, "query": True},
           lambda width: additive(width, width, 4, "pooling."))
    bilstm("bilstm-multiplicative", 1, {"type": "multiplicative-attention"},
           lambda width: multiplicative(width, width, False, "pooling."))


main()
