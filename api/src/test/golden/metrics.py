"""Golden values of metrics, by scikit-learn (the calibration error, which it lacks, by numpy).

    python metrics.py [directory]          default: ../resources/golden beside this file

Needs scikit-learn. Predictions are float32; everything is computed from them in float64, after the
clipping that scikit-learn applies to float32 probabilities. null = not defined.
"""

import json
import math
import pathlib
import sys
import warnings

import numpy
import sklearn
from sklearn import metrics

HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "golden"
EPS = float(numpy.finfo(numpy.float32).eps)
RANDOM = numpy.random.default_rng(1)
warnings.simplefilter("ignore")


def calibration_error(confidence, right):
    bins = numpy.clip(numpy.ceil(confidence * 10) - 1, 0, 9)
    return sum(
        numpy.mean(bins == b) * abs(confidence[bins == b].mean() - right[bins == b].mean())
        for b in numpy.unique(bins)) if len(bins) else math.nan


def log_loss(targets, probabilities):
    own = metrics.log_loss(
        targets, probabilities.astype(numpy.float32), labels=range(probabilities.shape[1]))
    # In float64 nothing is left to clip but what float32 clips. It sums rows to 1 only to warn.
    exact = metrics.log_loss(
        targets, numpy.clip(probabilities, EPS, 1 - EPS), labels=range(probabilities.shape[1]))
    assert abs(own - exact) <= 1e-6 * (1 + abs(own)), (own, exact)
    return exact


def classified(targets, probabilities):
    decided = probabilities.argmax(1)
    classes = probabilities.shape[1]
    onehot = numpy.eye(classes)[targets]
    brier = metrics.brier_score_loss(
        targets, probabilities / probabilities.sum(1, keepdims=True), labels=range(classes))
    by_hand = numpy.mean(((probabilities - onehot) ** 2).sum(1)) / (2 if classes == 2 else 1)
    assert abs(brier - by_hand) < 1e-6
    return {
        "accuracy": metrics.accuracy_score(targets, decided),
        "balanced-accuracy": metrics.balanced_accuracy_score(targets, decided),
        "macro-f1": metrics.f1_score(targets, decided, average="macro", zero_division=0),
        "weighted-f1": metrics.f1_score(targets, decided, average="weighted", zero_division=0),
        "log-loss": log_loss(targets, probabilities),
        "brier": by_hand,
        "calibration-error": calibration_error(probabilities.max(1), (decided == targets) * 1.0),
    }


def ranked(targets, scores, decided):
    both = 0 < sum(targets) < len(targets)
    return {
        "f1": metrics.f1_score(targets, decided, pos_label=1, zero_division=0),
        "roc-auc": metrics.roc_auc_score(targets, scores) if both else math.nan,
        "pr-auc":
            metrics.average_precision_score(targets, scores) if sum(targets) else math.nan,
    }


def case(name, targets, predictions, values):
    return {
        "name": name,
        "targets": [float(t) for t in targets],
        "predictions": numpy.atleast_2d(predictions.astype(float)).tolist(),
        "metrics": {k: None if math.isnan(v) else float(v) for k, v in values.items()},
    }


def binary(name, targets, positive, columns=1):
    targets = numpy.array(targets)
    p = numpy.array(positive, dtype=numpy.float32).astype(float)
    if columns == 2:
        both = numpy.stack([(1 - p).astype(numpy.float32).astype(float), p], 1)
        decided = both.argmax(1)
        return case(name, targets, both, classified(targets, both) | ranked(targets, p, decided))
    both = numpy.stack([1 - p, p], 1)
    values = classified(targets, both) | ranked(targets, p, both.argmax(1))
    return case(name, targets, p[:, None], values)


def multiclass(name, targets, probabilities):
    p = numpy.array(probabilities, dtype=numpy.float32).astype(float)
    values = classified(numpy.array(targets), p)
    values["perplexity"] = math.exp(values["log-loss"])
    values["bits-per-token"] = values["log-loss"] / math.log(2)
    return case(name, targets, p, values)


def regression(name, targets, predictions):
    t = numpy.array(targets, dtype=numpy.float32).astype(float)
    p = numpy.array(predictions, dtype=numpy.float32).astype(float)
    return case(name, t, p[:, None], {
        "rmse": metrics.root_mean_squared_error(t, p),
        "mae": metrics.mean_absolute_error(t, p),
        "r2": metrics.r2_score(t, p, force_finite=False) if len(set(t)) > 1 else math.nan,
    })


def count(name, targets, predictions):
    t = numpy.array(targets, dtype=numpy.float32).astype(float)
    p = numpy.array(predictions, dtype=numpy.float32).astype(float)
    return case(name, t, p[:, None], {"poisson-deviance": metrics.mean_poisson_deviance(t, p)})


def multilabel(name, targets, probabilities):
    """Rows of labels after one another; labels that no row has are left out of the mean of precisions."""
    t = numpy.array(targets)
    p = numpy.array(probabilities, dtype=numpy.float32).astype(float)
    decided = (p > 0.5).astype(int)
    seen = [k for k in range(t.shape[1]) if t[:, k].any()]
    flat = p.reshape(-1)
    values = {
        "micro-f1": metrics.f1_score(t, decided, average="micro", zero_division=0),
        "macro-f1": metrics.f1_score(t, decided, average="macro", zero_division=0),
        "macro-pr-auc": metrics.average_precision_score(t[:, seen], p[:, seen], average="macro"),
        "subset-accuracy": metrics.accuracy_score(t, decided),
        "log-loss": log_loss(t.reshape(-1), numpy.stack([1 - flat, flat], 1)),
    }
    return case(name, t.reshape(-1), flat[:, None], values) | {"labels": t.shape[1]}


def softmax(logits):
    e = numpy.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


labels = RANDOM.integers(0, 2, 40)
tied = numpy.round(numpy.clip(labels * 0.2 + RANDOM.uniform(0, 0.8, 40), 0, 1), 1)
three = RANDOM.integers(0, 3, 30)
logits = RANDOM.normal(0, 1.5, (30, 3)) + numpy.eye(3)[three]
LABELS = numpy.random.default_rng(2).integers(0, 2, (25, 4))
ROUGH = numpy.random.default_rng(3).uniform(0, 0.7, (25, 4)).round(2) + 0.3 * LABELS
CASES = [
    binary("ties", labels, tied),
    binary("ties in two columns", labels, tied, columns=2),
    binary("spread", labels, RANDOM.uniform(0, 1, 40)),
    binary("extreme probabilities", [1, 0, 1, 0, 1, 0], [1, 0, 0, 1, 1e-9, 1 - 2**-24]),
    binary("all scores equal", [1, 0, 1, 0, 0], [0.5] * 5),
    binary("positives only", [1, 1, 1], [0.9, 0.4, 0.5]),
    binary("negatives only", [0, 0, 0], [0.9, 0.4, 0.5]),
    binary("one example", [1], [0.75]),
    multiclass("three classes", three, softmax(logits)),
    multiclass("a class that never occurs", numpy.minimum(three, 1), softmax(logits)),
    multiclass("a class never decided for", three, softmax(logits - [0, 0, 50])),
    multiclass("a class neither occurs nor is decided for", numpy.minimum(three, 1),
               softmax(logits - [0, 0, 50])),
    multiclass("sure and tied", [0, 1, 2, 3], [
        [1, 0, 0, 0], [1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], [0, 0, 0.5, 0.5]]),
    regression("numbers", RANDOM.normal(5, 2, 25), RANDOM.normal(5, 2, 25)),
    regression("good numbers far from 0", [1e4, 1e4 + 1, 1e4 + 3], [1e4, 1e4 + 1.5, 1e4 + 2.5]),
    regression("equal targets", [0.1, 0.1, 0.1], [0.1, 0.2, 0.3]),
    regression("one number", [3], [4]),
    multilabel("labels", LABELS, ROUGH),
    multilabel("a label that no row has", LABELS * [1, 0, 1, 1], ROUGH),
    multilabel("a label never decided for", LABELS, ROUGH * [1, 1, 0.25, 1]),
    count("counts", [0, 1, 3, 7, 0, 250], [0.5, 1, 2.25, 9, 1e-3, 240]),
]
OUT.mkdir(parents=True, exist_ok=True)
VERSIONS = {"numpy": numpy.__version__, "scikit-learn": sklearn.__version__}
lines = ",\n".join("  " + json.dumps(c) for c in CASES)
(OUT / "metrics.json").write_text(
    '{"versions": ' + json.dumps(VERSIONS) + ', "cases": [\n' + lines + "\n]}\n", encoding="utf-8")
