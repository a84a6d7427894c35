"""Scaled numbers of scikit-learn's scalers, for PreparationTest.

    python scales.py > ../resources/golden/scales.json

Made with scikit-learn 1.9. A case has the name of a scaling, the training column (null is missing), new
numbers, and both as the scaler fitted on the column gives them; a missing one is the column's median.
"""

import json

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

rng = np.random.default_rng(7)
TRAIN = np.round(rng.gamma(1.5, 20, 25), 3)
TRAIN[[3, 11]] = np.nan
NEW = np.array([0.0, 1e3, 17.25, np.nan])


def case(scaling, scaler, change=lambda x: x):
    given = TRAIN[~np.isnan(TRAIN)]
    scaler.fit(change(given).reshape(-1, 1))
    imputer = SimpleImputer(strategy="median").fit(TRAIN.reshape(-1, 1))

    def scaled(x):
        return scaler.transform(change(imputer.transform(x.reshape(-1, 1)))).ravel().tolist()

    def plain(x):
        return [None if np.isnan(number) else number for number in x]

    return {
        "scaling": scaling,
        "train": plain(TRAIN),
        "new": plain(NEW),
        "train-scaled": scaled(TRAIN),
        "new-scaled": scaled(NEW),
    }


print(
    json.dumps(
        [
            case("standard", StandardScaler()),
            case("min-max", MinMaxScaler()),
            case("robust", RobustScaler()),
            case("log1p", StandardScaler(), np.log1p),
        ],
        indent=1,
    )
)
