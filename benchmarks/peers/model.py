"""The models of the rows, as PyTorch's documentation writes them."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


class Recurrence(nn.Module):
    """(B, T, F) and lengths to states (B, T, H) and the last state (B, H); packed, or masked."""

    def __init__(self, width: int, hidden: int, bidirectional: bool, packed: bool):
        super().__init__()
        self.packed = packed
        self.bidirectional = bidirectional
        both = bidirectional and packed
        self.lstm = nn.LSTM(width, hidden, batch_first=True, bidirectional=both)
        if bidirectional and not packed:
            self.backwards = nn.LSTM(width, hidden, batch_first=True)

    def forward(self, values, lengths):
        if self.packed:
            rows = pack_padded_sequence(values, lengths, batch_first=True, enforce_sorted=False)
            states, (last, _) = self.lstm(rows)
            states, _ = pad_packed_sequence(states, batch_first=True)
            return states, torch.cat(list(last), dim=1)
        states, _ = self.lstm(values)
        at = (lengths - 1).view(-1, 1, 1).expand(-1, 1, states.shape[2])
        last = states.gather(1, at).squeeze(1)
        if not self.bidirectional:
            return states, last
        steps = torch.arange(values.shape[1]).unsqueeze(0)
        order = torch.where(steps < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - steps, steps)
        turned = values.gather(1, order.unsqueeze(2).expand_as(values))
        backwards, _ = self.backwards(turned)
        end = backwards.gather(1, at).squeeze(1)
        backwards = backwards.gather(1, order.unsqueeze(2).expand_as(backwards))
        return torch.cat([states, backwards], dim=2), torch.cat([last, end], dim=1)


class AdditiveAttention(nn.Module):
    """States (B, T, H) to (B, H): Bahdanau and others, 2015, without a query."""

    def __init__(self, width: int, size: int):
        super().__init__()
        self.inner = nn.Linear(width, size)
        self.score = nn.Linear(size, 1, bias=False)

    def forward(self, states, lengths):
        scores = self.score(torch.tanh(self.inner(states))).squeeze(2)
        padded = torch.arange(states.shape[1]).unsqueeze(0) >= lengths.unsqueeze(1)
        weights = torch.softmax(scores.masked_fill(padded, float("-inf")), dim=1)
        return (weights.unsqueeze(2) * states).sum(dim=1)


class Model(nn.Module):
    """Embedding, recurrence, pooling, statics beside it, and a linear head."""

    def __init__(self, facts: dict, packed: bool, sparse: bool):
        super().__init__()
        model = facts["experiment"]["model"]
        encoder = model["encoders"]["sequence"]
        self.steps = facts["steps"]
        self.embedding = None
        width = facts["width"]
        if facts["vocabulary"]:
            width = model["inputs"]["sequence"]["size"]
            self.embedding = nn.Embedding(
                facts["vocabulary"], width, padding_idx=None if sparse else 0, sparse=sparse
            )
        both = encoder["type"] == "bilstm-attention"
        self.recurrence = Recurrence(width, encoder["hidden-size"], both, packed)
        encoded = encoder["hidden-size"] * (2 if both else 1)
        self.attention = AdditiveAttention(encoded, 64) if both else None
        self.statics = None
        if "statics" in model["encoders"]:
            units = model["encoders"]["statics"]["units"][0]
            self.statics = nn.Sequential(nn.Linear(facts["statics"], units), nn.ReLU())
            encoded += units
        self.head = nn.Linear(encoded, facts["outputs"])

    def forward(self, values, lengths, statics):
        if self.embedding is not None:
            values = self.embedding(values)
        states, encoding = self.recurrence(values, lengths)
        if self.steps:
            return self.head(states)
        if self.attention is not None:
            encoding = self.attention(states, lengths)
        if self.statics is not None:
            encoding = torch.cat([encoding, self.statics(statics)], dim=1)
        return self.head(encoding)


def optimizers(model: Model, rate: float) -> list:
    """Adam; SparseAdam for an embedding with sparse gradients."""
    table = model.embedding
    if table is None or not table.sparse:
        return [torch.optim.Adam(model.parameters(), lr=rate)]
    dense = [p for p in model.parameters() if p is not table.weight]
    return [
        torch.optim.SparseAdam([table.weight], lr=rate),
        torch.optim.Adam(dense, lr=rate),
    ]
