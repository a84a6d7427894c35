"""What `benchmarks/run-prepare` does, by pandas and scikit-learn, as their manuals would write it.

Reads the made rows, splits them in the same shares (stratified), fits a vocabulary, scales and
categories on the training rows, and leaves what a model would read: ids, lengths, numbers, labels.

    python benchmarks/prepare-peer.py rows.csv
"""

import json
import re
import sys
import time
from array import array
from collections import Counter

import numpy as np
import pandas as pd
import sklearn
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OrdinalEncoder, StandardScaler

NUMBERS = ["age", "income"]
CATEGORIES = ["region", "device"]
TOKEN = re.compile(r"\w+(?:'\w+)*|[^\w\s]")
MOST = 20_000
LONGEST = 200


def read(path):
    """The fastest of pandas' readers that is installed."""
    settings = dict(
        usecols=["review", *NUMBERS, *CATEGORIES, "recommended"],
        dtype={"region": "category", "device": "category", "recommended": "category"},
    )
    try:
        import pyarrow  # noqa: F401

        return pd.read_csv(path, engine="pyarrow", **settings), "pyarrow"
    except ImportError:
        return pd.read_csv(path, engine="c", **settings), "c"


def tokens(text):
    return TOKEN.findall(text.lower())[:LONGEST]


def encoded(texts, ids):
    """All ids, one text after another, and where each begins."""
    flat = array("i")
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    for i, text in enumerate(texts):
        flat.extend([ids.get(token, 1) for token in tokens(text)])
        offsets[i + 1] = len(flat)
    return np.frombuffer(flat, dtype=np.int32), offsets


def main(path):
    start = time.perf_counter()
    rows, engine = read(path)
    read_in = time.perf_counter() - start
    rest, test = train_test_split(
        rows, test_size=0.1, random_state=1, stratify=rows["recommended"]
    )
    train, validation = train_test_split(
        rest, test_size=1 / 9, random_state=1, stratify=rest["recommended"]
    )
    counts = Counter()
    for text in train["review"]:
        counts.update(tokens(text))
    vocabulary = [token for token, _ in counts.most_common(MOST - 2)]
    ids = {token: i + 2 for i, token in enumerate(vocabulary)}
    statics = make_column_transformer(
        (make_pipeline(SimpleImputer(add_indicator=True), StandardScaler()), NUMBERS),
        (
            OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1),
            CATEGORIES,
        ),
    ).fit(train)
    count = 0
    for side in (train, validation, test):
        flat, _ = encoded(side["review"].to_list(), ids)
        statics.transform(side).astype(np.float32)
        (side["recommended"] == "yes").to_numpy(np.float32)
        count += len(flat)
    print(
        json.dumps(
            {
                "seconds": round(time.perf_counter() - start, 2),
                "reading": round(read_in, 2),
                "rows": len(rows),
                "tokens": count,
                "versions": f"Python {sys.version.split()[0]}, pandas {pd.__version__} ({engine}"
                f" engine), scikit-learn {sklearn.__version__}",
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
