"""Golden steps of a sparse lookup table, by PyTorch's SparseAdam in float64.

    python sparse_rows.py > ../resources/golden/sparse-rows.json

Needs torch. The loss of a step is the sum of the rows that it reads, each times fixed coefficients;
a row may be read more than once, and no step reads all of them.
"""

import json
import sys

import torch

torch.manual_seed(11)
torch.set_default_dtype(torch.float64)
VOCABULARY, WIDTH, STEPS, READ = 7, 3, 12, 5


def numbers(tensor):
    return [float(f"{v:.9g}") for v in tensor.detach().reshape(-1).tolist()]


table = torch.nn.Embedding(VOCABULARY, WIDTH, sparse=True)
start = numbers(table.weight)
optimizer = torch.optim.SparseAdam(table.parameters(), lr=1e-2)
steps = []
for t in range(STEPS):
    rate = 1e-2 / (1 + t % 3)
    ids = torch.randint(0, VOCABULARY - 1 if t < 9 else VOCABULARY, (READ,))
    coefficients = torch.randn(READ, WIDTH) * 10.0 ** -(t % 4)
    optimizer.param_groups[0]["lr"] = rate
    optimizer.zero_grad()
    (table(ids) * coefficients).sum().backward()
    optimizer.step()
    steps.append({"rate": rate, "ids": ids.tolist(), "coefficients": numbers(coefficients),
                  "table": numbers(table.weight)})
versions = {"python": sys.version.split()[0], "torch": torch.__version__}
print(json.dumps({"versions": versions, "vocabulary": VOCABULARY, "width": WIDTH, "start": start,
                  "steps": steps}))
