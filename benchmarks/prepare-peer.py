"""What `benchmarks/run-prepare` does, by pandas and scikit-learn, as their manuals would write it.

Reads the made rows, splits them in the same shares (stratified), fits a vocabulary, scales and
categories on the training rows, and leaves what a model would read: ids, lengths, numbers, labels.
Texts are cut into tokens once: words get numbers as they come, as in scikit-learn's CountVectorizer,
and ids by how frequent they are when all are counted.

    python benchmarks/prepare-peer.py rows.csv [c | pyarrow]

pandas reads by pyarrow where that is installed, which is faster than its own engine in C.
"""

import importlib.util
import json
import re
import sys
import time
from array import array
from collections import defaultdict

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


def read(path, engine):
    return pd.read_csv(
        path,
        engine=engine,
        usecols=["review", *NUMBERS, *CATEGORIES, "recommended"],
        dtype={"region": "category", "device": "category", "recommended": "category"},
    )


def tokens(text):
    return TOKEN.findall(text.lower())[:LONGEST]


def numbered(texts, number):
    """The numbers of all tokens, one text after another, and where each text begins."""
    flat = array("i")
    offsets = np.zeros(len(texts) + 1, dtype=np.int64)
    for i, text in enumerate(texts):
        flat.extend([number(token) for token in tokens(text)])
        offsets[i + 1] = len(flat)
    return np.frombuffer(flat, dtype=np.int32), offsets


def vocabulary(words, counts):
    """The id of each number: 2 and more for the most frequent words, 1 for the others."""
    order = sorted(range(len(words)), key=lambda n: (-counts[n], words[n]))[: MOST - 2]
    ids = np.ones(len(words) + 1, dtype=np.int32)
    ids[order] = np.arange(2, 2 + len(order))
    return ids


def main(path, engine):
    start = time.perf_counter()
    rows = read(path, engine)
    read_in = time.perf_counter() - start
    rest, test = train_test_split(
        rows, test_size=0.1, random_state=1, stratify=rows["recommended"]
    )
    train, validation = train_test_split(
        rest, test_size=1 / 9, random_state=1, stratify=rest["recommended"]
    )
    numbers = defaultdict()
    numbers.default_factory = numbers.__len__
    first, _ = numbered(train["review"].to_list(), numbers.__getitem__)
    words = list(numbers)
    ids = vocabulary(words, np.bincount(first, minlength=len(words)).tolist())
    known = dict(numbers)
    statics = make_column_transformer(
        (make_pipeline(SimpleImputer(add_indicator=True), StandardScaler()), NUMBERS),
        (
            OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1),
            CATEGORIES,
        ),
    ).fit(train)
    count = len(ids[first])
    for side in (validation, test):
        flat, _ = numbered(
            side["review"].to_list(), lambda token: known.get(token, len(words))
        )
        count += len(ids[flat])
    for side in (train, validation, test):
        statics.transform(side).astype(np.float32)
        (side["recommended"] == "yes").to_numpy(np.float32)
    print(
        json.dumps(
            {
                "seconds": round(time.perf_counter() - start, 2),
                "processor": round(time.process_time(), 2),
                "reading": round(read_in, 2),
                "rows": len(rows),
                "tokens": count,
                "versions": f"Python {sys.version.split()[0]}, pandas {pd.__version__} ({engine}"
                f" engine), scikit-learn {sklearn.__version__}",
            }
        )
    )


if __name__ == "__main__":
    usual = "pyarrow" if importlib.util.find_spec("pyarrow") else "c"
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else usual)
