"""Predicts in PyTorch for texts, with a model of W7's sizes; parameters are random, which costs the same.

    python predict.py one FEATURES FILE CALLS   one at a time; prints percentiles as JSON
    python predict.py file FEATURES FILE OUT    a file of texts with a header, to probabilities
"""

import csv
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

LONGEST = 50
BATCH = 256


class Model(nn.Module):
    """Ids (B, T) of full rows to a logit (B)."""

    def __init__(self, vocabulary: int):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, 128)
        self.lstm = nn.LSTM(128, 128, batch_first=True)
        self.head = nn.Linear(128, 1)

    def forward(self, ids):
        _, (last, _) = self.lstm(self.embedding(ids))
        return self.head(last[-1]).squeeze(1)


def vocabulary_of(features: Path) -> dict:
    words = json.loads(features.read_text(encoding="utf-8"))["fields"]["sequence"]["vocabulary"]
    return {word: place + 2 for place, word in enumerate(words)}


def ids_of(text: str, vocabulary: dict) -> list:
    return [vocabulary.get(word, 1) for word in text.lower().split()[:LONGEST]]


@torch.inference_mode()
def one(vocabulary, model, texts, calls):
    told = []
    for threads in (1, 2):
        torch.set_num_threads(threads)
        milliseconds = []
        for call in range(calls + 100):
            text = texts[call % len(texts)]
            start = time.perf_counter()
            probability = torch.sigmoid(model(torch.tensor([ids_of(text, vocabulary)]))).item()
            milliseconds.append((time.perf_counter() - start) * 1000)
            assert 0 <= probability <= 1
        p50, p99 = np.percentile(milliseconds[100:], [50, 99])
        told.append({"p50": p50, "p99": p99, "threads": threads})
    print(json.dumps(min(told, key=lambda side: side["p50"])))


@torch.inference_mode()
def file(vocabulary, model, texts, out):
    rows = [ids_of(text, vocabulary) for text in texts]
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    probabilities = torch.empty(len(rows))
    torch.set_num_threads(2)
    for start in range(0, len(rows), BATCH):
        part = order[start : start + BATCH]
        lengths = torch.tensor([len(rows[row]) for row in part])
        ids = nn.utils.rnn.pad_sequence([torch.tensor(rows[row]) for row in part], True)
        assert int(lengths.min()) == ids.shape[1], "rows are full here"
        probabilities[torch.tensor(part)] = torch.sigmoid(model(ids))
    with open(out, "w", newline="", encoding="utf-8") as written:
        writer = csv.writer(written)
        writer.writerow(["probability"])
        writer.writerows([[value] for value in probabilities.tolist()])


def main():
    task, features, source, last = sys.argv[1:]
    vocabulary = vocabulary_of(Path(features))
    with open(source, newline="", encoding="utf-8") as lines:
        texts = [row["text"] for row in csv.DictReader(lines)]
    torch.manual_seed(1)
    model = Model(len(vocabulary) + 2).eval()
    if task == "one":
        one(vocabulary, model, texts, int(last))
    else:
        file(vocabulary, model, texts, last)


if __name__ == "__main__":
    main()
