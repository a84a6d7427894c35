"""Golden principal components, by scikit-learn in float64.

    python pca.py [directory]          default: ../resources/golden beside this file

Needs numpy and scikit-learn, 1.5 or later: its components have a positive number greatest in
absolute value from then on, which is Braid's rule too. Rows are exact in float32.
"""

import json
import pathlib
import sys

import numpy
import sklearn
from sklearn.decomposition import PCA

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
VERSIONS = {"python": sys.version.split()[0], "scikit-learn": sklearn.__version__}


def array(values):
    values = numpy.asarray(values)
    numbers = [float(f"{v:.14g}") for v in values.reshape(-1).tolist()]
    return {"shape": list(values.shape), "values": numbers}


def draw(random, rows, width, rank, centre=0.0):
    """Rows with correlated columns, of different variances."""
    parts = random.normal(size=(rows, rank)) * 2.0 ** -numpy.arange(rank)
    values = parts @ random.normal(size=(rank, width)) + centre
    return numpy.round(values * 4096) / 4096


def case(name, values, size):
    fitted = PCA(n_components=size, svd_solver="full").fit(values)
    for component in fitted.components_:
        assert component[numpy.argmax(numpy.abs(component))] > 0
    return {
        "name": name,
        "config": f"type = pca-init, size = {size}",
        "inputs": [{"name": "x"} | array(values)],
        "weight": array(fitted.components_),
        "bias": array(-fitted.components_ @ fitted.mean_),
        "share": float(fitted.explained_variance_ratio_.sum()),
        "output": array(fitted.transform(values)),
    }


def cases():
    random = numpy.random.default_rng(1)
    yield case("five of eight", draw(random, 40, 8, 8), 5)
    yield case("all of four", draw(random, 25, 4, 4), 4)
    yield case("far from 0", draw(random, 30, 5, 5, centre=1000.0), 2)
    yield case("fewer rows than columns", draw(random, 4, 6, 6), 3)
    yield case("one", draw(random, 12, 3, 3), 1)


OUT.mkdir(parents=True, exist_ok=True)
lines = ",\n".join("  " + json.dumps(each) for each in cases())
text = '{"versions": ' + json.dumps(VERSIONS) + ', "cases": [\n' + lines + "\n]}\n"
(OUT / "pca.json").write_text(text, encoding="utf-8")
