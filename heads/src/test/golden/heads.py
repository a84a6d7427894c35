"""Golden vectors of mergers, projections and heads, by plain PyTorch in float64.

    python heads.py [directory]          default: ../resources/golden beside this file

Needs torch. Parameters are named by Braid's paths. A merger or projection is read out by fixed
weights, whose sum is the loss; a head has its own. Inputs and parameters are exact in float32.
"""

import json
import pathlib
import sys

import torch
from torch.nn import functional

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
VERSIONS = {"python": sys.version.split()[0], "torch": torch.__version__}


def numbers(tensor):
    return [float(f"{v:.12g}") for v in tensor.detach().reshape(-1).tolist()]


def array(tensor):
    return {"shape": list(tensor.shape), "values": numbers(tensor)}


def draw(*shape):
    values = torch.randn(*shape, dtype=torch.float64)
    return (torch.round(values * 256) / 256).requires_grad_()


def graded(name, config, inputs, parameters, output, loss, **more):
    """A case with the gradients of a loss by inputs and parameters."""
    leaves = {f"input {key}": value for key, value in inputs.items()} | parameters
    gradients = torch.autograd.grad(loss, list(leaves.values()), retain_graph=True)
    return {
        "name": name,
        "config": config,
        "inputs": [{"name": key} | array(value) for key, value in inputs.items()],
        "parameters": [{"name": key} | array(value) for key, value in parameters.items()],
        "output": array(output),
        "loss": float(loss.detach()),
        "gradients": [{"name": k} | array(g) for k, g in zip(leaves, gradients)],
    } | more


def read_out(name, config, inputs, parameters, output):
    weights = draw(*output.shape).detach()
    loss = (output * weights).sum()
    return graded(name, config, inputs, parameters, output, loss, weights=array(weights))


def mergers():
    torch.manual_seed(1)
    a, b, c = draw(3, 2), draw(3, 4), draw(3, 3)
    three = {"a": a, "b": b, "c": c}

    yield read_out("concat", "type = concat", three, {}, torch.cat([a, b, c], 1))

    equal = {"a": draw(3, 2), "b": draw(3, 2), "c": draw(3, 2)}
    stack = torch.stack(list(equal.values()))
    yield read_out("sum", "type = sum", equal, {}, stack.sum(0))
    yield read_out("mean", "type = mean", equal, {}, stack.mean(0))

    maps = {f"map-{key}.weight": draw(5, x.shape[1]) for key, x in three.items()}
    mapped = torch.stack([functional.linear(x, maps[f"map-{k}.weight"]) for k, x in three.items()])
    yield read_out("sum of maps", "type = sum, project-to = 5", three, maps, mapped.sum(0))
    yield read_out("mean of maps", "type = mean, project-to = 5", three, maps, mapped.mean(0))

    # Gated multimodal unit, figure 2b of the paper: z = sigmoid(V [a, b]), z h_a + (1 - z) h_b.
    w = {"value-a.weight": draw(4, 2), "gate-a.weight": draw(4, 6), "value-b.weight": draw(4, 4)}
    z = torch.sigmoid(torch.cat([a, b], 1) @ w["gate-a.weight"].T)
    output = z * torch.tanh(a @ w["value-a.weight"].T) + (1 - z) * torch.tanh(b @ w["value-b.weight"].T)
    yield read_out("gated, two", "type = gated, size = 4", {"a": a, "b": b}, w, output)

    # Figure 2a: a gate for each of three.
    w, output, everything = {}, 0, torch.cat([a, b, c], 1)
    for key, x in three.items():
        value = w[f"value-{key}.weight"] = draw(4, x.shape[1])
        gate = w[f"gate-{key}.weight"] = draw(4, 9)
        output = output + torch.sigmoid(everything @ gate.T) * torch.tanh(x @ value.T)
    yield read_out("gated, three", "type = gated, size = 4", three, w, output)

    # FiLM by b: a and c become (1 + delta gamma(b)) x + beta(b).
    w, parts = {}, []
    for key in ("a", "c"):
        x, p = three[key], {}
        for what in ("gain", "shift"):
            weight = w[f"{what}-{key}.weight"] = draw(x.shape[1], 4)
            bias = w[f"{what}-{key}.bias"] = draw(x.shape[1])
            p[what] = functional.linear(b, weight, bias)
        parts.append((1 + p["gain"]) * x + p["shift"])
    yield read_out("film", "type = film, by = b", three, w, torch.cat(parts, 1))


def projections():
    torch.manual_seed(2)
    x = draw(3, 4)
    w, b = draw(2, 4), draw(2)
    yield read_out(
        "linear", "type = linear, size = 2, activation = tanh", {"x": x},
        {"map.weight": w, "map.bias": b}, torch.tanh(functional.linear(x, w, b)))

    w0, b0, w1, b1 = draw(5, 4), draw(5), draw(2, 5), draw(2)
    hidden = functional.gelu(functional.linear(x, w0, b0))
    yield read_out(
        "mlp", "type = mlp, units = [5, 2], activation = gelu", {"x": x},
        {"layer-0.weight": w0, "layer-0.bias": b0, "layer-1.weight": w1, "layer-1.bias": b1},
        functional.gelu(functional.linear(hidden, w1, b1)))

    weight, bias = draw(4), draw(4)
    flat = torch.cat([x.detach(), torch.full((1, 4), 0.5, dtype=torch.float64)]).requires_grad_()
    for epsilon in ("1e-5", "0.5"):
        yield read_out(
            f"layer-norm, epsilon {epsilon}", f"type = layer-norm, epsilon = {epsilon}",
            {"x": flat}, {"norm.weight": weight, "norm.bias": bias},
            functional.layer_norm(flat, (4,), weight, bias, float(epsilon)))


def straight(width):
    """The output layer that makes the scores what the input is."""
    return {
        "layers.output.weight": torch.eye(width, dtype=torch.float64).requires_grad_(),
        "layers.output.bias": torch.zeros(width, dtype=torch.float64).requires_grad_(),
    }


def head(name, config, target, x, parameters, targets, predict, loss):
    scores = x
    if "layers.hidden-0.weight" in parameters:
        w0, b0 = parameters["layers.hidden-0.weight"], parameters["layers.hidden-0.bias"]
        scores = torch.relu(functional.linear(scores, w0, b0))
    w, b = parameters["layers.output.weight"], parameters["layers.output.bias"]
    scores = functional.linear(scores, w, b)
    return graded(
        name, config, {"x": x}, parameters, scores, loss(scores), target=target,
        targets=numbers(targets), prediction=array(predict(scores)))


def binary():
    torch.manual_seed(3)
    target = {"kind": "BINARY", "classes": ["no", "yes"]}
    z = torch.tensor([[0.0], [0], [1.5], [-2], [-0.25], [30], [-30], [90], [-90]],
                     dtype=torch.float64, requires_grad=True)
    y = torch.tensor([0.0, 1, 1, 1, 0, 0, 1, 1, 0], dtype=torch.float64)

    def case(name, config, weight=1.0, smoothing=0.0, x=z, parameters=None):
        smooth = y * (1 - smoothing) + smoothing / 2
        if weight == 1:  # the same as two logits, of which the first is 0
            two = torch.cat([torch.zeros_like(z), z], 1)
            assert torch.isclose(
                functional.cross_entropy(two, y.long(), label_smoothing=smoothing),
                functional.binary_cross_entropy_with_logits(z[:, 0], smooth))
        return head(
            name, "type = binary" + config, target, x, parameters or straight(1), y, torch.sigmoid,
            lambda s: functional.binary_cross_entropy_with_logits(
                s[:, 0], smooth, pos_weight=torch.tensor(weight, dtype=torch.float64)))

    yield case("binary", "")
    yield case("binary, positive weight", ", positive-weight = 2.5", weight=2.5)
    yield case("binary, smoothing", ", label-smoothing = 0.2", smoothing=0.2)
    yield case("binary, both", ", positive-weight = 0.5, label-smoothing = 0.1", 0.5, 0.1)
    yield case("binary, hidden layer", ", units = [4]", x=draw(9, 3), parameters={
        "layers.hidden-0.weight": draw(4, 3), "layers.hidden-0.bias": draw(4),
        "layers.output.weight": draw(1, 4), "layers.output.bias": draw(1)})


def multiclass():
    torch.manual_seed(4)
    target = {"kind": "MULTICLASS", "classes": ["red", "green", "blue"]}
    x = draw(6, 3).detach()
    x[4], x[5] = torch.tensor([0.0, 0, 0]), torch.tensor([90.0, -90, 0])
    x.requires_grad_()
    y = torch.tensor([0, 2, 1, 0, 1, 1])

    def case(name, config, weights=None, smoothing=0.0):
        w = None if weights is None else torch.tensor(weights, dtype=torch.float64)
        return head(
            name, "type = multiclass" + config, target, x, straight(3), y,
            lambda s: torch.softmax(s, 1),
            lambda s: functional.cross_entropy(s, y, weight=w, label_smoothing=smoothing))

    yield case("multiclass", "")
    yield case("multiclass, weights", ", class-weights = [1, 0.5, 3]", [1, 0.5, 3])
    yield case("multiclass, a class without weight", ", class-weights = [1, 0, 3]", [1, 0, 3])
    yield case("multiclass, smoothing", ", label-smoothing = 0.2", None, 0.2)
    yield case("multiclass, both", ", class-weights = [1, 0.5, 3], label-smoothing = 0.2",
               [1, 0.5, 3], 0.2)


def regression():
    y = torch.tensor([30.0, 10, 12, 8, 14, 10, 50], dtype=torch.float64)
    x = torch.tensor([[0.5], [0], [0.5], [-1], [0], [2.5], [-3]],
                     dtype=torch.float64, requires_grad=True)
    for offset, scale in ((10.0, 4.0), (0.0, 1.0)):
        due = (y - offset) / scale
        target = {"kind": "REGRESSION", "classes": [], "offset": offset, "scale": scale}
        for config, loss in (
                ("mse", functional.mse_loss),
                ("mae", functional.l1_loss),
                ("huber", functional.huber_loss),
                ("huber, huber-delta = 0.5",
                 lambda s, t: functional.huber_loss(s, t, delta=0.5))):
            yield head(
                f"regression, {config}, scale {scale}", f"type = regression, loss = {config}",
                target, x, straight(1), y, lambda s: s * scale + offset,
                lambda s: loss(s[:, 0], due))


def count():
    """Less what no prediction can undercut: y - y log y."""
    y = torch.tensor([0.0, 1, 3, 7, 250, 0], dtype=torch.float64)
    s = torch.tensor([[-1.5], [0], [0.5], [2.5], [5.25], [-8]],
                     dtype=torch.float64, requires_grad=True)
    least = (y - torch.special.xlogy(y, y)).mean()
    yield head("count", "type = count", {"kind": "COUNT", "classes": []}, s, straight(1), y,
               torch.exp,
               lambda s: functional.poisson_nll_loss(s[:, 0], y, log_input=True) - least)


def multilabel():
    """Labels of their own logits, the mean over all labels of all rows."""
    torch.manual_seed(8)
    target = {"kind": "MULTILABEL", "classes": [], "labels": ["loud", "bright", "heavy"]}
    x = draw(6, 3).detach()
    x[4], x[5] = torch.tensor([0.0, 0, 0]), torch.tensor([90.0, -90, 5])
    x.requires_grad_()
    y = torch.tensor([[1.0, 0, 0], [0, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 1], [0, 0, 1]], dtype=torch.float64)

    def case(name, config, weights=None, x=x, parameters=None):
        factor = None if weights is None else torch.tensor(weights, dtype=torch.float64)
        loss = torch.nn.BCEWithLogitsLoss(pos_weight=factor)
        return head(
            name, "type = multilabel" + config, target, x, parameters or straight(3), y, torch.sigmoid,
            lambda s: loss(s, y))

    yield case("multilabel", "")
    yield case("multilabel, positive weights", ", positive-weights = [2, 1, 0.5]", [2, 1, 0.5])
    yield case("multilabel, hidden layer", ", units = [4]", x=draw(6, 2), parameters={
        "layers.hidden-0.weight": draw(4, 2), "layers.hidden-0.bias": draw(4),
        "layers.output.weight": draw(3, 4), "layers.output.bias": draw(3)})


def steps():
    """Heads of every step: -100, which PyTorch ignores, marks a step without a target."""
    torch.manual_seed(6)
    none = -100
    x = draw(3, 4, 2)
    parameters = {"step.layers.output.weight": draw(3, 2), "step.layers.output.bias": draw(3)}

    def case(name, config, target, weight, bias, y, predict, loss):
        scores = functional.linear(x, weight, bias)
        return graded(
            name, config, {"x": x},
            {"step.layers.output.weight": weight, "step.layers.output.bias": bias},
            scores, loss(scores), target=target, targets=numbers(y), prediction=array(predict(scores)))

    y = torch.tensor([[0, 2, 1, none], [1, none, none, none], [2, none, 0, 1]])
    classes = {"kind": "MULTICLASS", "classes": ["red", "green", "blue"]}
    w, b = parameters.values()
    for head, weights in (("per-step-multiclass", None), ("next-token", None),
                          ("per-step-multiclass, class-weights = [1, 0.5, 3]", [1, 0.5, 3])):
        factor = None if weights is None else torch.tensor(weights, dtype=torch.float64)
        yield case(
            head, "type = " + head, classes, w, b, y, lambda s: torch.softmax(s, 2),
            lambda s: functional.cross_entropy(
                s.reshape(-1, 3), y.reshape(-1), weight=factor, ignore_index=none))
    w1, b1, real = draw(1, 2), draw(1), y != none
    yield case(
        "per-step-binary", "type = per-step-binary", {"kind": "BINARY", "classes": ["no", "yes"]},
        w1, b1, torch.where(y == 2, 1, y), torch.sigmoid,
        lambda s: functional.binary_cross_entropy_with_logits(
            s[..., 0][real], torch.where(y == 2, 1, y)[real].double()))
    number = {"kind": "REGRESSION", "classes": [], "offset": 3.0, "scale": 2.0}
    yield case(
        "per-step-regression", "type = per-step-regression", number, w1, b1, y,
        lambda s: s * 2 + 3,
        lambda s: functional.mse_loss(s[..., 0][real], (y[real] - 3.0) / 2))


def write(name, cases):
    lines = ",\n".join("  " + json.dumps(case) for case in cases)
    text = '{"versions": ' + json.dumps(VERSIONS) + ', "cases": [\n' + lines + "\n]}\n"
    (OUT / f"{name}.json").write_text(text, encoding="utf-8")


OUT.mkdir(parents=True, exist_ok=True)
write("mergers", mergers())
write("projections", projections())
write("heads", [*binary(), *multiclass(), *regression(), *count(), *multilabel()])
write("steps", steps())
