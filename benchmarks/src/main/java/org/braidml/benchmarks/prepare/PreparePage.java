package org.braidml.benchmarks.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The measurement as a page. */
final class PreparePage {

  private PreparePage() {}

  static String of(long bytes, int rows, MeasuredRun fresh, MeasuredRun cached, JsonNode peer) {
    double seconds = peer.get("seconds").asDouble();
    return String.format(
        Locale.ROOT,
        """
        # Preparing many rows

        Written by `benchmarks/run-prepare`, %s, on %d processors.

        %,d made rows of text and statics, %,d MB of CSV, are read, split (stratified), fitted on the training rows and encoded, and a small
        model is trained on them for one epoch: `braid train` under `-Xmx1g`. The peer, `benchmarks/prepare-peer.py`, reads the same file by
        pandas, splits it by scikit-learn, counts a vocabulary, scales numbers and encodes categories, and leaves ids and numbers as arrays; it
        trains nothing. It ran by %s.

        | | preparation | of the peer's time | whole run | memory of its own | with mapped files |
        |---|---|---|---|---|---|
        | Braid, from the file | %.1f s | %.0f %% | %.1f s | %,d MB | %,d MB |
        | Braid, from the cache | %.1f s | %.0f %% | %.1f s | %,d MB | %,d MB |
        | pandas and scikit-learn | %.1f s | 100 %% | | | |

        Memory of its own is the heap and what the engine and DuckDB hold. Pages of mapped files count where they happen to be in memory; the
        system takes them back when it needs room.
        """,
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        rows,
        bytes / 1_000_000,
        peer.get("versions").asText(),
        fresh.seconds(),
        100 * fresh.seconds() / seconds,
        fresh.whole(),
        fresh.own(),
        fresh.mapped(),
        cached.seconds(),
        100 * cached.seconds() / seconds,
        cached.whole(),
        cached.own(),
        cached.mapped(),
        seconds);
  }
}
