"""Golden vectors of recurrent layers and optimizers, by PyTorch in float64.

    python recurrent.py [directory]          default: ../resources/golden beside this file

Needs torch. Packed sequences of differing lengths; a loss that weighs every valid state and the
final state with fixed coefficients; its gradients. Padding holds noise, which must not matter.
"""

import json
import pathlib
import sys

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
VERSIONS = {"python": sys.version.split()[0], "torch": torch.__version__}
B, T, H = 4, 5, 2
LENGTHS = {"padded": [5, 2, 1, 3], "full": [5, 5, 5, 5]}


def flat(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().reshape(-1).tolist()]


def named(name):
    """weight_ih_l1_reverse -> layer-1-reverse.weight-ih"""
    what, place, layer, *reverse = name.split("_")
    return "-".join(["layer", layer[1:], *reverse]) + f".{what}-{place}"


def recurrent(kind, layers, bidirectional, lengths, seed, features=3):
    torch.manual_seed(seed)
    module = getattr(torch.nn, kind)(
        features, H, layers, batch_first=True, bidirectional=bidirectional, dtype=torch.float64)
    for parameter in module.parameters():
        parameter.data = torch.round(parameter.data * 4096) / 4096  # exact in float32
    width = H * (2 if bidirectional else 1)
    values = torch.round(torch.randn(B, T, features, dtype=torch.float64) * 256) / 256
    state_weights = torch.round(torch.randn(B, T, width, dtype=torch.float64) * 256) / 256
    final_weights = torch.round(torch.randn(B, width, dtype=torch.float64) * 256) / 256
    mask = (torch.arange(T)[None, :] < torch.tensor(lengths)[:, None]).double()[:, :, None]
    values.requires_grad_(True)
    packed = pack_padded_sequence(values, lengths, batch_first=True, enforce_sorted=False)
    out, last = module(packed)
    states, _ = pad_packed_sequence(out, batch_first=True, total_length=T)
    hidden = last[0] if kind == "LSTM" else last
    final = torch.cat([hidden[-2], hidden[-1]], 1) if bidirectional else hidden[-1]
    loss = (states * state_weights * mask).sum() + (final * final_weights).sum()
    loss.backward()
    return {
        "versions": VERSIONS,
        "kind": kind, "layers": layers, "bidirectional": bidirectional,
        "batch": B, "time": T, "features": features, "hidden": H, "lengths": lengths,
        "parameters": {named(n): flat(p) for n, p in module.named_parameters()},
        "input": flat(values), "state-weights": flat(state_weights),
        "final-weights": flat(final_weights),
        "loss": loss.item(), "states": flat(states * mask), "final": flat(final),
        "parameter-gradients": {named(n): flat(p.grad) for n, p in module.named_parameters()},
        "input-gradient": flat(values.grad),
    }


def optimizer(make, start, scale, seed, rates=None):
    """20 steps from a start, with gradients of one sign and a given size."""
    torch.manual_seed(seed)
    parameter = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    gradients = (0.5 + torch.rand(20, len(start), dtype=torch.float64)).float().double() * scale
    gradients = gradients.float().double()
    rule = make([parameter])
    path = []
    for t in range(20):
        if rates:
            rule.param_groups[0]["lr"] = rates[t]
        parameter.grad = gradients[t].clone()
        rule.step()
        path.append(flat(parameter))
    return {"start": start, "gradients": [[float(v) for v in g] for g in gradients.tolist()],
            "rates": rates or [rule.param_groups[0]["lr"]] * 20, "path": path}


def optimizers():
    o = torch.optim
    falling = [1e-2 / (t + 1) for t in range(20)]
    zero, some = [0.0, 0.0, 0.0], [1.0, -2.0, 0.5]
    cases = {f"adam-{scale:g}": optimizer(lambda p: o.Adam(p, lr=1e-3), zero, scale, 1)
             for scale in (1.0, 1e-4, 1e-7)}
    cases["adam-decay"] = optimizer(
        lambda p: o.Adam(p, lr=1e-2, weight_decay=0.1), some, 1.0, 2, falling)
    cases["adamw-decay"] = optimizer(
        lambda p: o.AdamW(p, lr=1e-2, weight_decay=0.1), some, 1.0, 3, falling)
    cases["sgd-momentum"] = optimizer(
        lambda p: o.SGD(p, lr=1e-2, momentum=0.9, weight_decay=0.1), some, 1.0, 4, falling)
    cases["sgd-plain"] = optimizer(lambda p: o.SGD(p, lr=1e-2), zero, 1.0, 5)
    return {"versions": VERSIONS, "cases": cases}


def write(name, content):
    (OUT / name).write_text(json.dumps(content) + "\n", encoding="utf-8")


def main():
    print(VERSIONS)
    OUT.mkdir(parents=True, exist_ok=True)
    seed = 0
    for kind in ("LSTM", "GRU"):
        for layers in (1, 2):
            for bidirectional in (False, True):
                for padding, lengths in LENGTHS.items():
                    seed += 1
                    direction = "both" if bidirectional else "forward"
                    write(f"{kind.lower()}-{layers}-{direction}-{padding}.json",
                          recurrent(kind, layers, bidirectional, lengths, seed))
    for kind in ("LSTM", "GRU"):  # input as wide as the state: what hides a wrong order of parameters
        seed += 1
        write(f"{kind.lower()}-2-both-square.json",
              recurrent(kind, 2, True, LENGTHS["padded"], seed, features=H))
    write("optimizers.json", optimizers())


main()
