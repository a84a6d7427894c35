"""Trains a row's model in PyTorch, as its documentation would; prints one line of JSON.

    python train.py settings FOLDER          the fastest threads, packing, gradients and loader
    python train.py run FOLDER --seed N ...  epochs: seconds, examples, metric on validation rows
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from data import Rows, facts_of, loader
from model import Model, optimizers


def loss_of(facts, outputs, targets):
    if facts["kind"] == "binary":
        return functional.binary_cross_entropy_with_logits(outputs.squeeze(1), targets)
    if facts["kind"] == "regression":
        return functional.mse_loss(outputs.squeeze(1), targets)
    if facts["steps"]:
        real = ~torch.isnan(targets)
        return functional.cross_entropy(outputs[real], targets[real].long())
    return functional.cross_entropy(outputs, targets.long())


def train_step(facts, model, optimizing, batch):
    values, lengths, statics, targets = batch
    for optimizer in optimizing:
        optimizer.zero_grad(set_to_none=True)
    loss = loss_of(facts, model(values, lengths, statics), targets)
    loss.backward()
    for optimizer in optimizing:
        optimizer.step()
    return loss.item()


def area_under_curve(scores, truths):
    """By ranks, ties shared: Mann and Whitney, 1947."""
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]
    positive = truths == 1
    pairs = positive.sum() * (~positive).sum()
    return float((ranks[positive].sum() - positive.sum() * (positive.sum() + 1) / 2) / pairs)


@torch.inference_mode()
def measure(facts, model, batches, metric):
    model.eval()
    outputs, targets, losses, counts = [], [], [], []
    for values, lengths, statics, truth in batches:
        scores = model(values, lengths, statics)
        count = int((~torch.isnan(truth)).sum())
        losses.append(loss_of(facts, scores, truth).item() * count)
        counts.append(count)
        if not facts["steps"]:
            outputs.append(scores)
            targets.append(truth)
    model.train()
    if metric == "loss":
        return sum(losses) / sum(counts)
    scores, truths = torch.cat(outputs), torch.cat(targets)
    if metric == "roc-auc":
        return area_under_curve(scores.squeeze(1).numpy(), truths.numpy())
    if metric == "accuracy":
        return (scores.argmax(dim=1) == truths).double().mean().item()
    error = (scores.squeeze(1) - truths).double() * facts["scale"]
    return error.square().mean().sqrt().item()


def made(facts, settings, seed):
    torch.manual_seed(seed)
    torch.set_num_threads(settings["threads"])
    model = Model(facts, settings["packed"], settings["sparse"])
    rate = facts["experiment"]["training"]["optimizer"]["learning-rate"]
    return model, optimizers(model, rate)


def run(folder, settings, seed, epochs, metric):
    facts = facts_of(folder)
    batch = facts["experiment"]["training"]["batch-size"]
    train = loader(Rows(folder, "train", facts), batch, True, settings["workers"])
    validation = loader(Rows(folder, "validation", facts), batch, False, 0)
    model, optimizing = made(facts, settings, seed)
    reports = []
    for _ in range(epochs):
        start = time.perf_counter()
        for rows in train:
            train_step(facts, model, optimizing, rows)
        seconds = time.perf_counter() - start
        reached = measure(facts, model, validation, metric)
        reports.append({"seconds": seconds, "examples": len(train.dataset), "metric": reached})
    return {"version": torch.__version__, "settings": settings, "epochs": reports}


def speed(facts, rows, settings, seconds):
    """Examples a second, after a few steps to warm up."""
    batch = facts["experiment"]["training"]["batch-size"]
    model, optimizing = made(facts, settings, 1)
    batches = loader(rows, batch, True, settings["workers"])
    taken, examples, start = 0, 0, 0.0
    while True:
        for one in batches:
            if taken == 3:
                examples, start = 0, time.perf_counter()
            train_step(facts, model, optimizing, one)
            taken += 1
            examples += len(one[1])
            if taken > 5 and time.perf_counter() - start > seconds:
                return examples / (time.perf_counter() - start)


def settings_of(folder, seconds):
    """Tries one setting after the other and keeps what is faster."""
    facts = facts_of(folder)
    rows = Rows(folder, "train", facts)
    text = bool(facts["vocabulary"])
    best = {"threads": 1, "packed": True, "sparse": text, "workers": 0}
    tried = [dict(best, rate=speed(facts, rows, best, seconds))]
    changes = [{"packed": False}, {"threads": 2}, {"workers": 1}, {"packed": True}]
    if seconds == 0:  # only to see that it works
        changes = changes[:1]
    if text:
        changes.insert(2, {"sparse": False})
    for change in changes:
        settings = dict(best, **change)
        if settings == best:
            continue
        tried.append(dict(settings, rate=speed(facts, rows, settings, seconds)))
        if tried[-1]["rate"] > max(one["rate"] for one in tried[:-1]):
            best = settings
    return {"version": torch.__version__, "settings": best, "tried": tried}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["settings", "run"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--metric", default="loss")
    parser.add_argument("--seconds", type=float, default=0.7, help="of each trial of settings")
    parser.add_argument("--settings", type=json.loads, help="what the task settings found")
    given = parser.parse_args()
    if given.task == "settings":
        told = settings_of(given.folder, given.seconds)
    else:
        told = run(given.folder, given.settings, given.seed, given.epochs, given.metric)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
