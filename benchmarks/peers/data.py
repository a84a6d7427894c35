"""The rows that Braid prepared: the same split, vocabulary and scaling on both sides."""

import json
from pathlib import Path

import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader, Dataset, Sampler


class Rows(Dataset):
    """One side of the split: a sequence, statics and a target for each row."""

    def __init__(self, folder: Path, side: str, facts: dict):
        read = lambda name, kind: np.fromfile(folder / f"{side}.{name}", dtype=kind)
        self.lengths = torch.from_numpy(read("lengths", "<i4").astype(np.int64))
        ends = np.concatenate([[0], np.cumsum(self.lengths.numpy())])
        if facts["vocabulary"]:
            flat = torch.from_numpy(read("ids", "<i4").astype(np.int64))
        else:
            flat = torch.from_numpy(read("values", "<f4")).reshape(-1, facts["width"])
        rows = len(self.lengths)
        # A row without a step is one step of padding, which recurrent layers can read.
        empty = torch.zeros_like(flat[:1])
        self.sequences = [flat[ends[i] : ends[i + 1]] if self.lengths[i] else empty for i in range(rows)]
        self.lengths = self.lengths.clamp(min=1)
        numbers = torch.from_numpy(read("numeric", "<f4")).reshape(rows, -1)
        categories = torch.from_numpy(read("categories", "<i4").astype(np.int64)).reshape(rows, -1)
        hot = [
            torch.nn.functional.one_hot(categories[:, k], size).float()
            for k, size in enumerate(facts["categories"])
        ]
        self.statics = torch.cat([numbers, *hot], dim=1)
        targets = torch.from_numpy(read("targets", "<f4"))
        if facts["steps"]:
            self.targets = [targets[ends[i] : ends[i + 1]] for i in range(rows)]
        else:
            self.targets = (targets - facts["offset"]) / facts["scale"]

    def __len__(self):
        return len(self.lengths)

    def __getitem__(self, row):
        return self.sequences[row], self.lengths[row], self.statics[row], self.targets[row]


def collate(rows):
    """Pads to the batch's longest."""
    sequences, lengths, statics, targets = zip(*rows)
    if targets[0].dim():
        targets = pad_sequence(targets, batch_first=True, padding_value=float("nan"))
    else:
        targets = torch.stack(targets)
    return (
        pad_sequence(sequences, batch_first=True),
        torch.stack(lengths),
        torch.stack(statics),
        targets,
    )


class ByLength(Sampler):
    """Batches of rows of like lengths, in an order drawn anew each epoch."""

    def __init__(self, lengths, batch: int):
        self.lengths, self.batch = lengths, batch

    def __len__(self):
        return -(-len(self.lengths) // self.batch)

    def __iter__(self):
        order = torch.randperm(len(self.lengths))
        pool = self.batch * 50
        batches = []
        for start in range(0, len(order), pool):
            part = order[start : start + pool]
            part = part[torch.argsort(self.lengths[part], stable=True)]
            batches += [part[i : i + self.batch].tolist() for i in range(0, len(part), self.batch)]
        for i in torch.randperm(len(batches)).tolist():
            yield batches[i]


def facts_of(folder: Path) -> dict:
    """What the folder holds, and the experiment file that made it."""
    return json.loads((folder / "facts.json").read_text(encoding="utf-8"))


def loader(rows: Rows, batch: int, training: bool, workers: int) -> DataLoader:
    """A loader at a number of worker processes; 0 for none."""
    more = {"num_workers": workers, "collate_fn": collate, "persistent_workers": workers > 0}
    if training:
        return DataLoader(rows, batch_sampler=ByLength(rows.lengths, batch), **more)
    return DataLoader(rows, batch_size=batch, **more)
