package org.braidml.runner.data;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many threads prepare data changes no bit of them. */
class ThreadsTest {

  private static final String DATA =
      """
      source = rows.csv
      split { validation = 0.2, test = 0.1, stratify = true }
      fields {
        text { kind = text, column = text, min-count = 2, max-vocabulary = 900, max-length = 6 }
        letters { kind = characters, column = text, truncate = left, max-length = 9 }
        unicode { kind = text, column = text, tokenizer = unicode }
        rest { kind = static, numeric = [age], category = [region] }
      }
      target { kind = binary, column = label }
      """;

  @TempDir Path folder;

  @Test
  void oneThreadPreparesWhatManyPrepare() throws Exception {
    Workspace workspace = new Workspace(folder).with("rows.csv", rows(new Random(1)));
    PreparedData one = by(1, () -> workspace.prepare(DATA));
    SamePrepared.check(by(4, () -> workspace.prepare(DATA)), one);
    SamePrepared.check(workspace.prepare(DATA), one);
  }

  /** Parallel streams run in the pool in which they are begun. */
  private static PreparedData by(int threads, Callable<PreparedData> task) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }

  /** More rows than a thread encodes at once, of words of which few are frequent. */
  private static String rows(Random random) {
    StringBuilder rows = new StringBuilder("text,age,region,label\n");
    for (int row = 0; row < 9000; row++) {
      for (int word = random.nextInt(9); word >= 0; word--) {
        rows.append("W\u00e9").append((int) Math.exp(9 * random.nextDouble())).append(' ');
      }
      rows.append(',').append(row % 7 == 0 ? "" : String.valueOf(random.nextDouble()));
      rows.append(",r").append(random.nextInt(4)).append(',').append(row % 2).append('\n');
    }
    return rows.toString();
  }
}
