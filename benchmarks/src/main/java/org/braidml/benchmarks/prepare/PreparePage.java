package org.braidml.benchmarks.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.braidml.benchmarks.HostFacts;
import org.braidml.runner.Version;

/**
 * The measurement as a page.
 *
 * @param command how it was started
 * @param rows how many rows
 * @param bytes how large their file is
 * @param fresh the run that prepared them
 * @param cached the run that found them prepared
 * @param peer what the peer's script told
 */
record PreparePage(
    String command, int rows, long bytes, MeasuredRun fresh, MeasuredRun cached, JsonNode peer) {

  private static final double SHARE = 1 / 3.0;
  private static final double FROM_CACHE = 5;

  /** Returns the part of the peer's time that the preparation took. */
  private double share() {
    return fresh.seconds() / peer.path("seconds").asDouble();
  }

  /** Returns whether the bars are reached that are claimed. */
  boolean reached() {
    return share() <= SHARE && cached.seconds() < FROM_CACHE && cached.fromCache();
  }

  private static String word(boolean reached) {
    return reached ? "reached" : "not reached";
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        # Preparing many rows

        Written by `%s`, %s.

        %s. Braid %s beside %s.

        %,d made rows of text and statics, %,d MB of CSV, are read, split (stratified), fitted on the training rows and encoded, and a small
        model is trained on them for one epoch: `braid train` under `-Xmx1g`. The peer, `benchmarks/prepare-peer.py`, reads the same file by
        pandas, splits it by scikit-learn, cuts each text once, counts a vocabulary, scales numbers and encodes categories, and leaves ids and
        numbers as arrays; it trains nothing. Braid's preparation includes the SHA-256 of the source, the count of rows that are on two sides
        and what a run keeps of the test rows. The program starts anew for each; the file was read before, so that the system has it in memory.

        | bar | measured | |
        |---|---|---|
        | preparation takes at most a third of the peer's time | %.3f | %s |
        | from the cache in less than 5 s | %.1f s | %s |
        | an epoch is trained under `-Xmx1g` | %,d MB of its own | reached |

        | | preparation | of the peer's time | whole run, an epoch included | its processor time | memory of its own | with mapped files |
        |---|---|---|---|---|---|---|
        %s%s| pandas and scikit-learn | %.1f s, %.1f s of them reading | 100 %% | | %.1f s | | |

        Processor time is that of all threads. Memory of its own is the heap and what the engine and the database hold. Pages of mapped files
        count where they happen to be in memory; the system takes them back when it needs room.
        """,
        command,
        HostFacts.now(),
        HostFacts.machine(),
        Version.BRAID,
        peer.path("versions").asText(),
        rows,
        bytes / 1_000_000,
        share(),
        word(share() <= SHARE),
        cached.seconds(),
        word(cached.seconds() < FROM_CACHE && cached.fromCache()),
        fresh.own(),
        row("Braid, from the file", fresh),
        row("Braid, from the cache", cached),
        peer.path("seconds").asDouble(),
        peer.path("reading").asDouble(),
        peer.path("processor").asDouble());
  }

  private String row(String name, MeasuredRun run) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f s | %.0f %% | %.1f s | %.1f s | %,d MB | %,d MB |\n",
        name,
        run.seconds(),
        100 * run.seconds() / peer.path("seconds").asDouble(),
        run.whole(),
        run.processor(),
        run.own(),
        run.mapped());
  }
}
