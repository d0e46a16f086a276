"""A TF-IDF classifier of sentence pairs; runs in the peers' environment, JSON in, JSON out."""

from __future__ import annotations

import json
import sys

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression


def main() -> None:
    """Fits on `train` and gives the probability of a contradiction for each pair of each other set."""
    request = json.load(sys.stdin)
    train = request["train"]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    vectorizer.fit([text for pair in train for text in pair["texts"]])
    model = LogisticRegression(max_iter=1000)
    model.fit(_read(vectorizer, train), [pair["label"] for pair in train])
    answer = {
        name: model.predict_proba(_read(vectorizer, pairs))[:, 1].tolist()
        for name, pairs in request["test"].items()
    }
    json.dump(answer, sys.stdout)


def _read(vectorizer: TfidfVectorizer, pairs: list[dict]) -> csr_matrix:
    """Both texts' weights side by side, what parts them, and how alike they are."""
    one, other = (vectorizer.transform([pair["texts"][n] for pair in pairs]) for n in (0, 1))
    likeness = csr_matrix(np.asarray(one.multiply(other).sum(axis=1)))
    return hstack([one, other, abs(one - other), likeness]).tocsr()


if __name__ == "__main__":
    main()
