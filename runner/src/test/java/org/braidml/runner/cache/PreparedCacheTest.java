package org.braidml.runner.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.SamePrepared;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.run.FileSums;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedCacheTest {

  private static final String DATA =
      """
      source { path = rows.csv, on-bad-row = skip }
      fields {
        text { kind = text, column = text, min-count = 1 }
        letters { kind = characters, column = text, min-count = 1, max-length = 9 }
        rest { kind = static, numeric = [age], category = [region] }
        steps { kind = series, channels = [curve], delimiter = ";" }
      }
      target { kind = binary, column = label }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeRows() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), rows(new Random(1)));
  }

  private static String rows(Random random) {
    StringBuilder rows = new StringBuilder("text,age,region,curve,label\n");
    for (int row = 0; row < 200; row++) {
      String text =
          String.join(" ", random.ints(5, 0, 30).mapToObj(word -> "w\u00e9" + word).toList());
      String curve =
          String.join(";", random.ints(1 + row % 4, 0, 9).mapToObj(String::valueOf).toList());
      rows.append(text).append(row % 9 == 0 ? ".," : ",");
      rows.append(row % 7 == 0 ? "" : String.valueOf(random.nextDouble())).append(",r");
      rows.append(random.nextInt(4)).append(',').append(curve).append(',').append(row % 2);
      rows.append('\n');
    }
    return rows.append("cut short\n").toString();
  }

  @Test
  void whatIsKeptIsBitForBitWhatWasPrepared() throws IOException {
    PreparedData fresh = prepare(PreparedCache.off(), DATA).data();
    PreparedData made = prepare(cache(), DATA).data();
    PreparedCache.Found kept = prepare(cache(), DATA);
    assertThat(kept.note().orElseThrow()).startsWith("data from ");
    assertThat(kept.data().refused()).hasSize(1);
    SamePrepared.check(made, fresh);
    SamePrepared.check(kept.data(), fresh);
    assertThat(files()).hasSize(1);
  }

  @Test
  void lastValuesOfWindowsAreKeptToo() throws IOException {
    String rows = "t,x\n0,3\n1,1\n2,4\n3,1\n4,5\n5,9\n6,2\n7,6\n";
    Files.writeString(folder.resolve("rows.csv"), rows);
    String data =
        """
        source = rows.csv
        split { time = t, validation-from = 3, test-from = 5 }
        windows { series = [x], length = 2, history = earlier }
        fields.past { kind = series, channels = [x-window] }
        target { kind = count, column = x }
        """;
    PreparedData fresh = prepare(PreparedCache.off(), data).data();
    assertThat(fresh.lastValues().get("target")).containsExactly(5, 9, 2);
    SamePrepared.check(prepare(cache(), data).data(), fresh);
    PreparedCache.Found kept = prepare(cache(), data);
    assertThat(kept.note().orElseThrow()).startsWith("data from ");
    SamePrepared.check(kept.data(), fresh);
  }

  @Test
  void otherContentsOrAnotherKeyAreOtherData() throws IOException {
    prepare(cache(), DATA);
    prepare(cache(), DATA + "split.seed = 2");
    assertThat(files()).hasSize(2);
    Files.writeString(folder.resolve("rows.csv"), rows(new Random(2)));
    SamePrepared.check(prepare(cache(), DATA).data(), prepare(PreparedCache.off(), DATA).data());
    assertThat(files()).hasSize(3);
  }

  @Test
  void anotherNameOfAFileIsOtherDataForAQueryMayReadIt() throws IOException {
    String data =
        DATA.replace("path = rows.csv", "path = \"r*.csv\"")
            .replace(
                "on-bad-row = skip", "sql = \"SELECT source.*, name AS region2 FROM source, file\"")
            .replace("[region]", "[region2]");
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, Files.readString(rows).replace("cut short\n", ""));
    prepare(cache(), data);
    Files.move(rows, folder.resolve("renamed.csv"));
    PreparedCache.Found found = prepare(cache(), data);
    assertThat(found.note().orElseThrow()).startsWith("data prepared in ");
    SamePrepared.check(found.data(), prepare(PreparedCache.off(), data).data());
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.move(folder.resolve("renamed.csv"), other.resolve("renamed.csv"));
    PreparedCache.Found moved = prepare(cache(), data, other);
    assertThat(moved.note().orElseThrow()).startsWith("data from ");
  }

  /** A run reads the copy in its own directory. */
  @Test
  void aCopyOfATokenizerGivesTheSameData() throws IOException {
    Path wordpiece = Path.of("src/test/resources/subwords/wordpiece.json");
    Files.copy(wordpiece, folder.resolve("one.json"));
    Path other = Files.copy(wordpiece, folder.resolve("other.json"));
    String data =
        DATA + "fields.parts { kind = tokens, column = text, tokenizer = %s, max-length = 9 }";
    prepare(cache(), data.formatted("one.json"));
    assertThat(prepare(cache(), data.formatted("other.json")).note().orElseThrow())
        .startsWith("data from ");
    Files.writeString(other, Files.readString(other) + "\n");
    assertThat(prepare(cache(), data.formatted("other.json")).note().orElseThrow())
        .startsWith("data prepared in ");
  }

  @Test
  void aDamagedFileIsMadeAgain() throws IOException {
    PreparedData fresh = prepare(cache(), DATA).data();
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, round % 4 == 0 ? Arrays.copyOf(whole, at) : damaged);
      PreparedCache.Found found = prepare(cache(), DATA);
      assertThat(found.note().orElseThrow()).as("round %d", round).startsWith("data prepared in ");
      SamePrepared.check(found.data(), fresh);
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void manyAtOnceShareOneFile() throws Exception {
    PreparedData fresh = prepare(PreparedCache.off(), DATA).data();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<PreparedData> task = () -> prepare(cache(), DATA).data();
      for (Future<PreparedData> found : threads.invokeAll(List.of(task, task, task, task))) {
        SamePrepared.check(found.get(), fresh);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatWasUsedLongestAgoMakesRoom() throws IOException {
    prepare(cache(), DATA);
    long size = Files.size(files().get(0));
    PreparedCache small = PreparedCache.in(folder.resolve("cache"), 0, size * 5 / 2);
    for (int seed = 2; seed < 6; seed++) {
      prepare(small, DATA + "split.seed = " + seed);
    }
    assertThat(files()).hasSize(2);
  }

  @Test
  void whereNothingCanBeKeptDataArePreparedAllTheSame() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file");
    PreparedCache.Found found = prepare(cache(), DATA);
    assertThat(found.note().orElseThrow()).startsWith("prepared data are not kept");
    SamePrepared.check(found.data(), prepare(PreparedCache.off(), DATA).data());
  }

  private PreparedCache cache() {
    return PreparedCache.in(folder.resolve("cache"), 0, 1 << 30);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".prepared")).toList();
    }
  }

  private PreparedCache.Found prepare(PreparedCache cache, String hocon) {
    return prepare(cache, hocon, folder);
  }

  private static PreparedCache.Found prepare(PreparedCache cache, String hocon, Path base) {
    Binder binder = new Binder(new Registry(List.of()), new DefaultValues());
    DataConfig config =
        binder
            .bind(DataConfig.class, ConfigFactory.parseString(hocon).root(), "data")
            .orElseThrow();
    return cache.prepare(new DataPipeline("experiment.conf", base), config, base, new FileSums());
  }
}
