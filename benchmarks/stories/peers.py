"""Clusters of texts as peers make them; runs in the peers' environment.

    python peers.py < texts.json > clusters.json

In go texts in the order of time and their days, out comes, for each method and setting, the list
of their cluster numbers.
"""

from __future__ import annotations

import json
import sys

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

# Cosine likeness from which two clusters are one; the best setting on the tuned half is used.
THRESHOLDS = [round(0.02 * n, 2) for n in range(1, 36)]
# How long ago a cluster's latest text may be.
WINDOWS_DAYS = [1, 3, 7, 14]


def link_average(vectors: np.ndarray, threshold: float) -> list[int]:
    """Average link over cosine distances."""
    clusters = AgglomerativeClustering(
        n_clusters=None, distance_threshold=1 - threshold, metric="cosine", linkage="average"
    )
    return [int(label) for label in clusters.fit_predict(vectors)]


def pass_once(
    vectors: np.ndarray, threshold: float, days: list[int], window_days: int
) -> list[int]:
    """Each text in turn joins the nearest cluster that had a text in the window, or makes one."""
    sums: list[np.ndarray] = []
    latest: list[int] = []
    labels: list[int] = []
    for vector, day in zip(vectors, days, strict=True):
        likeness = [
            float(vector @ total / np.linalg.norm(total)) if day - last <= window_days else 0.0
            for total, last in zip(sums, latest, strict=True)
        ]
        best = int(np.argmax(likeness)) if likeness else -1
        if best >= 0 and likeness[best] >= threshold:
            sums[best] = sums[best] + vector
            latest[best] = day
        else:
            best = len(sums)
            sums.append(vector)
            latest.append(day)
        labels.append(best)
    return labels


def main() -> None:
    """Reads the texts and their days and writes the clusters."""
    given = json.load(sys.stdin)
    days = given["days"]
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(given["texts"]).toarray()
    answer: dict[str, dict[str, list[int]]] = {
        "TF-IDF, average link": {f"≥ {t:.2f}": link_average(vectors, t) for t in THRESHOLDS},
        "TF-IDF, single pass": {
            f"≥ {t:.2f}, {window} days": pass_once(vectors, t, days, window)
            for t in THRESHOLDS
            for window in WINDOWS_DAYS
        },
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
