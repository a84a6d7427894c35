"""Golden vectors of encoders, transforms and poolings, by PyTorch in float64.

    python encoders.py [directory]           default: ../resources/golden beside this file

Needs torch. Every row is computed alone, cut to its own length: what Braid makes of the padded
batch has to equal it. Padding holds noise, which must not matter.
"""

import json
import pathlib
import sys

import torch
from torch import nn
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
VERSIONS = {"python": sys.version.split()[0], "torch": torch.__version__}
TIME, WIDTH = 7, 3
LENGTHS = [7, 4, 1, 0, 2]
torch.set_default_dtype(torch.float64)


def flat(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().reshape(-1).tolist()]


def rounded(module):
    for parameter in module.parameters():
        parameter.data = torch.round(parameter.data * 4096) / 4096  # exact in float32
    return module


def case(name, spi, config, parameters, steps=None, encode=None, condition=None):
    """steps: a row (n, F) to its result (n', F'); encode: the same to its encoding (E).

    condition: how it acts, and (B, C); steps and encode then take that row of it as well.
    """
    values = torch.round(torch.randn(len(LENGTHS), TIME, WIDTH) * 256) / 256
    rows = [values[i, :n] for i, n in enumerate(LENGTHS)]
    golden = {
        "versions": VERSIONS, "spi": spi, "config": config,
        "width": WIDTH, "time": TIME, "lengths": LENGTHS, "input": flat(values),
        "parameters": {path: flat(p) for path, p in parameters.items()},
    }
    given = [[] for _ in rows]
    if condition:
        how, encodings = condition
        given = [[c] for c in encodings]
        golden |= {"condition-as": how, "condition-width": encodings.shape[1],
                   "condition": flat(encodings)}
    if steps:
        results = [steps(row, *c) if len(row) else torch.zeros(0, 1)
                   for row, c in zip(rows, given)]
        golden["result-lengths"] = [len(r) for r in results]
        golden["result"] = [flat(r) for r in results]
    if encode:
        width = encode(rows[0], *given[0]).numel()
        golden["encoding"] = [flat(encode(row, *c) if len(row) else torch.zeros(width))
                              for row, c in zip(rows, given)]
    (OUT / f"{name}.json").write_text(json.dumps(golden, indent=1) + "\n")


def convolution(name, filters, kernel, stride, dilation, padding, activation, function):
    module = rounded(nn.Conv1d(WIDTH, filters, kernel, dilation=dilation,
                               padding="same" if padding == "same" else "valid"))
    span = dilation * (kernel - 1) + 1

    def steps(row):
        if padding == "valid" and len(row) < span:
            return torch.zeros(0, filters)
        x = row.T[None]
        if padding == "causal":
            x = functional.pad(x, (span - 1, 0))
        return function(module(x)[0].T[::stride])

    config = {"type": "conv1d", "filters": filters, "kernel": kernel, "stride": stride,
              "dilation": dilation, "padding": padding, "activation": activation}
    case(name, "sequence-transform", config,
         {"convolution.weight": module.weight, "convolution.bias": module.bias}, steps)


def time_pool(name, kind, size, stride):
    module = {"max-pool": nn.MaxPool1d(size, stride, ceil_mode=True),
              "mean-pool": nn.AvgPool1d(size, stride, ceil_mode=True)}[kind]

    def steps(row):
        if len(row) < size:  # PyTorch refuses a row shorter than the window
            return (row.max(0, keepdim=True).values if kind == "max-pool"
                    else row.mean(0, keepdim=True))
        return module(row.T[None])[0].T

    case(name, "sequence-transform", {"type": kind, "size": size, "stride": stride}, {}, steps)


def recurrent(module, prefix):
    """Parameters by path: weight_ih_l1_reverse -> layer-1-reverse.weight-ih"""
    named = {}
    for name, parameter in module.named_parameters():
        what, place, layer, *reverse = name.split("_")
        named[prefix + "-".join(["layer", layer[1:], *reverse]) + f".{what}-{place}"] = parameter
    return named


def final(module, last):
    hidden = last[0] if isinstance(module, nn.LSTM) else last
    return torch.cat([hidden[-2, 0], hidden[-1, 0]]) if module.bidirectional else hidden[-1, 0]


def encoder(name, kind, layers, bidirectional, pooling):
    module = rounded({"lstm": nn.LSTM, "gru": nn.GRU}[kind](
        WIDTH, 2, layers, batch_first=True, bidirectional=bidirectional))

    def encode(row):
        states, last = module(row[None])
        return {"last": lambda: final(module, last), "mean": lambda: states[0].mean(0),
                "max": lambda: states[0].max(0).values}[pooling]()

    config = {"type": kind, "hidden-size": 2, "layers": layers, "bidirectional": bidirectional,
              "pooling": {"type": pooling}}
    case(name, "sequence-encoder", config, recurrent(module, "stack."),
         lambda row: module(row[None])[0][0], encode)


def conditioned(name, kind, layers, bidirectional, how):
    """From h0 (and c0) = tanh(W c + b), or with states (1 + gain(c)) h + shift(c)."""
    module = rounded({"lstm": nn.LSTM, "gru": nn.GRU}[kind](
        WIDTH, 2, layers, batch_first=True, bidirectional=bidirectional))
    directions, each = 1 + bidirectional, 2 if kind == "lstm" else 1
    width = 3
    parameters = recurrent(module, "stack.")
    maps = {"INITIAL_STATE": {"start": layers * directions * each * 2},
            "FILM": {"gain": 2 * directions, "shift": 2 * directions}}[how]
    maps = {path: rounded(nn.Linear(width, out)) for path, out in maps.items()}
    for path, linear in maps.items():
        parameters[f"condition.{path}.weight"] = linear.weight
        parameters[f"condition.{path}.bias"] = linear.bias

    def run(row, c):
        if how == "FILM":
            states, last = module(row[None])
            gain, shift = 1 + maps["gain"](c), maps["shift"](c)
            return states[0] * gain + shift, final(module, last) * gain + shift
        start = torch.tanh(maps["start"](c)).reshape(layers * directions, each, 1, 2)
        state = tuple(start[:, i].contiguous() for i in range(each))
        states, last = module(row[None], state if each == 2 else state[0])
        return states[0], final(module, last)

    config = {"type": kind, "hidden-size": 2, "layers": layers, "bidirectional": bidirectional}
    encodings = torch.round(torch.randn(len(LENGTHS), width) * 256) / 256
    case(name, "sequence-encoder", config, parameters, lambda row, c: run(row, c)[0],
         lambda row, c: run(row, c)[1], (how, encodings))


def conv_lstm(name, padding, pool):
    filters, kernel = 4, 3
    conv = rounded(nn.Conv1d(WIDTH, filters, kernel, padding=padding))
    lstm = rounded(nn.LSTM(filters, 2, batch_first=True))

    def read(row):
        if padding == "valid" and len(row) < kernel:
            return torch.zeros(0, filters)
        x = torch.relu(conv(row.T[None]))
        if pool > 1:
            x = functional.max_pool1d(x, min(pool, x.shape[2]), pool, ceil_mode=True)
        return x[0].T

    def run(row):
        x = read(row)
        return lstm(x[None]) if len(x) else (torch.zeros(1, 0, 2), (torch.zeros(1, 1, 2),) * 2)

    config = {"type": "conv-lstm", "filters": filters, "kernel": kernel, "padding": padding,
              "activation": "relu", "max-pool": pool, "hidden-size": 2, "layers": 1}
    parameters = {"convolution.weight": conv.weight, "convolution.bias": conv.bias}
    parameters.update(recurrent(lstm, "lstm.stack."))
    case(name, "sequence-encoder", config, parameters,
         lambda row: run(row)[0][0], lambda row: final(lstm, run(row)[1]))


def conv_pool(name, padding, pool, pooling):
    filters, kernel = 4, 3
    conv = rounded(nn.Conv1d(WIDTH, filters, kernel, padding=padding))

    def steps(row):
        if padding == "valid" and len(row) < kernel:
            return torch.zeros(0, filters)
        x = torch.relu(conv(row.T[None]))
        return functional.max_pool1d(x, min(pool, x.shape[2]), pool, ceil_mode=True)[0].T

    def encode(row):
        found = steps(row)
        if not len(found):
            return torch.zeros(filters)
        return found.max(0).values if pooling == "max" else found.mean(0)

    config = {"type": "conv-pool", "filters": filters, "kernel": kernel, "padding": padding,
              "activation": "relu", "max-pool": pool, "pooling": {"type": pooling}}
    case(name, "sequence-encoder", config,
         {"convolution.weight": conv.weight, "convolution.bias": conv.bias}, steps, encode)


def cell_rnn(name, cell, layers, bidirectional):
    """The fused layers, for cells: weight_ih_l0 -> layer-0.input.weight."""
    module = rounded({"lstm-cell": nn.LSTM, "gru-cell": nn.GRU}[cell](
        WIDTH, 2, layers, batch_first=True, bidirectional=bidirectional))
    parameters = {}
    for path, parameter in recurrent(module, "stack.").items():
        layer, what = path.rsplit(".", 1)
        part = "input" if what.endswith("-ih") else "recurrent"
        parameters[f"{layer}.{part}.{what.split('-')[0]}"] = parameter
    config = {"type": "cell-rnn", "cell": {"type": cell, "hidden-size": 2}, "layers": layers,
              "bidirectional": bidirectional}
    case(name, "sequence-encoder", config, parameters,
         lambda row: module(row[None])[0][0], lambda row: final(module, module(row[None])[1]))


def layer_norm_lstm(name):
    """Ba, Kiros, Hinton, 2016, equations 20 to 22, written out; PyTorch has no such layer."""
    hidden, epsilon = 3, 1e-5

    def draw(*shape):
        return torch.round(torch.randn(shape) * 2048) / 4096

    p = {"input.weight": draw(4 * hidden, WIDTH), "recurrent.weight": draw(4 * hidden, hidden),
         "bias": draw(4 * hidden)}
    for norm, width in {"input-norm": 4, "recurrent-norm": 4, "cell-norm": 1}.items():
        p[norm + ".weight"] = 1 + draw(width * hidden)
        p[norm + ".bias"] = draw(width * hidden)

    def normal(norm, a):
        mean = sum(a) / len(a)
        variance = sum((a - mean) ** 2) / len(a)
        return (a - mean) / (variance + epsilon) ** 0.5 * p[norm + ".weight"] + p[norm + ".bias"]

    def states(row):
        h, c, all_h = torch.zeros(hidden), torch.zeros(hidden), []
        for x in row:
            gates = (normal("recurrent-norm", p["recurrent.weight"] @ h)
                     + normal("input-norm", p["input.weight"] @ x) + p["bias"])
            i, f, g, o = gates.split(hidden)
            c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(normal("cell-norm", c))
            all_h.append(h)
        return torch.stack(all_h)

    config = {"type": "cell-rnn",
              "cell": {"type": "layer-norm-lstm", "hidden-size": hidden, "epsilon": epsilon}}
    case(name, "sequence-encoder", config, {"stack.layer-0." + path: v for path, v in p.items()},
         states, lambda row: states(row)[-1])


def main():
    torch.manual_seed(1)
    print(VERSIONS)
    same = lambda x: x  # noqa: E731
    convolution("conv1d-same", 4, 3, 1, 1, "same", "relu", torch.relu)
    convolution("conv1d-same-even", 2, 4, 1, 1, "same", "identity", same)
    convolution("conv1d-same-strided", 2, 4, 2, 1, "same", "identity", same)
    convolution("conv1d-same-dilated", 2, 3, 1, 2, "same", "gelu", functional.gelu)
    convolution("conv1d-valid", 4, 3, 1, 1, "valid", "tanh", torch.tanh)
    convolution("conv1d-valid-strided", 2, 2, 2, 2, "valid", "identity", same)
    convolution("conv1d-causal", 2, 3, 1, 2, "causal", "identity", same)
    for kind in ("max-pool", "mean-pool"):
        time_pool(kind, kind, 2, 2)
        time_pool(kind + "-overlapping", kind, 3, 2)
    linear = rounded(nn.Linear(WIDTH, 4))
    case("linear", "sequence-transform", {"type": "linear", "size": 4, "activation": "elu"},
         {"linear.weight": linear.weight, "linear.bias": linear.bias},
         lambda row: functional.elu(linear(row)))
    norm = nn.LayerNorm(WIDTH)
    nn.init.normal_(norm.weight), nn.init.normal_(norm.bias)
    rounded(norm)
    case("layer-norm", "sequence-transform", {"type": "layer-norm", "epsilon": 1e-5},
         {"norm.weight": norm.weight, "norm.bias": norm.bias}, norm)
    for pooling, function in {"mean": lambda x: x.mean(0), "sum": lambda x: x.sum(0),
                              "max": lambda x: x.max(0).values, "last": lambda x: x[-1]}.items():
        case("pooling-" + pooling, "pooling", {"type": pooling}, {}, encode=function)
    case("mean-embedding", "sequence-encoder", {"type": "mean-embedding"}, {},
         lambda row: row, lambda row: row.mean(0))
    encoder("lstm", "lstm", 1, False, "last")
    encoder("lstm-2-both", "lstm", 2, True, "last")
    encoder("lstm-mean", "lstm", 1, True, "mean")
    encoder("gru", "gru", 1, False, "last")
    encoder("gru-2-both", "gru", 2, True, "max")
    conv_lstm("conv-lstm", "same", 1)
    conv_lstm("conv-lstm-pooled", "same", 2)
    conv_lstm("conv-lstm-valid", "valid", 2)
    cell_rnn("cell-rnn-lstm", "lstm-cell", 1, False)
    cell_rnn("cell-rnn-lstm-2-both", "lstm-cell", 2, True)
    cell_rnn("cell-rnn-gru", "gru-cell", 1, False)
    layer_norm_lstm("cell-rnn-layer-norm-lstm")
    conv_pool("conv-pool", "same", 2, "max")
    conv_pool("conv-pool-valid", "valid", 2, "mean")
    conditioned("lstm-started-2-both", "lstm", 2, True, "INITIAL_STATE")
    conditioned("gru-started", "gru", 1, False, "INITIAL_STATE")
    conditioned("lstm-film-both", "lstm", 1, True, "FILM")


main()
