"""Writes ../resources/golden/python.safetensors with the safetensors library itself."""

import pathlib

import numpy
import safetensors
from safetensors.numpy import save_file

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "golden"

print({"numpy": numpy.__version__, "safetensors": safetensors.__version__})
save_file(
    {
        "encoder.weight": numpy.arange(6, dtype=numpy.float32).reshape(2, 3),
        "double": numpy.array([0.1]),
        "flags": numpy.array([True, False]),
        "scalar": numpy.array(2.5, dtype=numpy.float32),
        "ids": numpy.array([-1, 2**40]),
        "bytes": numpy.array([[1, 255]], dtype=numpy.uint8),
    },
    OUT / "python.safetensors",
    {"written-by": "python"},
)
