package org.braidml.benchmarks.peers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Files of made rows, the same wherever they are made; those that are there stay. */
final class MadeData {

  private static final int SERIES_ROWS = 2000;
  private static final int STEPS = 48;
  private static final int CHANNELS = 74;
  private static final int STATICS = 8;
  private static final int WORDS_OF_ROW = 60;
  private static final int WORDS_OF_TEXT = 50;
  private static final int TEXT_ROWS = 8400;

  private final Path folder;

  MadeData(Path folder) {
    this.folder = folder;
  }

  private interface Lines {
    void write(BufferedWriter writer) throws IOException;
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    whole("series.csv", MadeData::series);
    whole("words-2000.csv", writer -> words(writer, 2000));
    whole("words-200000.csv", writer -> words(writer, 200_000));
  }

  /** Returns a file of texts by the small vocabulary. */
  Path predicted(int rows) throws IOException {
    String name = "texts-" + rows + ".csv";
    whole(
        name,
        writer -> {
          SplittableRandom random = new SplittableRandom(3);
          writer.write("text\n");
          for (int row = 0; row < rows; row++) {
            StringJoiner text = new StringJoiner(" ");
            for (int word = 0; word < WORDS_OF_TEXT; word++) {
              text.add("w" + zipf(random, 2000));
            }
            writer.write(text + "\n");
          }
        });
    return folder.resolve(name);
  }

  private void whole(String name, Lines lines) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return;
    }
    Path part = folder.resolve(name + ".part");
    try (BufferedWriter writer = Files.newBufferedWriter(part)) {
      lines.write(writer);
    }
    Files.move(part, file);
  }

  /** The answer depends on the drift of eight channels, on statics, and on chance. */
  private static void series(BufferedWriter writer) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringJoiner header = new StringJoiner(",");
    for (int channel = 1; channel <= CHANNELS; channel++) {
      header.add("c" + channel);
    }
    for (int number = 1; number <= STATICS; number++) {
      header.add("s" + number);
    }
    writer.write(header.add("answer") + "\n");
    for (int row = 0; row < SERIES_ROWS; row++) {
      StringJoiner line = new StringJoiner(",");
      double score = random.nextDouble(-0.5, 0.5);
      for (int channel = 0; channel < CHANNELS; channel++) {
        double drift = random.nextDouble(-1, 1);
        score += channel < 8 ? drift : 0;
        StringJoiner steps = new StringJoiner(" ");
        for (int step = 0; step < STEPS; step++) {
          double noise = random.nextDouble(-1, 1);
          steps.add(String.format(Locale.ROOT, "%.1f", noise + drift * step / STEPS));
        }
        line.add(steps.toString());
      }
      for (int number = 0; number < STATICS; number++) {
        double value = random.nextDouble(-1, 1);
        score += number < 2 ? value : 0;
        line.add(String.format(Locale.ROOT, "%.2f", value));
      }
      writer.write(line.add(score > 0 ? "1" : "0") + "\n");
    }
  }

  /**
   * Half of a row's words are drawn by Zipf's law; the others walk through the vocabulary, so that
   * training rows hold all of it. The answer is whether an even word comes more often than an odd
   * one among the most frequent.
   */
  private static void words(BufferedWriter writer, int vocabulary) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    writer.write("text,answer,side\n");
    int next = 0;
    for (int row = 0; row < TEXT_ROWS; row++) {
      boolean train = row % 6 != 5;
      StringJoiner text = new StringJoiner(" ");
      int score = 0;
      for (int word = 0; word < WORDS_OF_ROW; word += 2) {
        int drawn = zipf(random, vocabulary);
        score += drawn > 100 ? 0 : drawn % 2 == 0 ? 1 : -1;
        text.add("w" + drawn).add("w" + (train ? next++ : random.nextInt(next)) % vocabulary);
      }
      String side = train ? "train" : "validation";
      writer.write(text + "," + (score > 0 ? 1 : 0) + "," + side + "\n");
    }
  }

  /** A rank by the density 1 / rank. */
  private static int zipf(SplittableRandom random, int vocabulary) {
    return (int) Math.exp(random.nextDouble() * Math.log(vocabulary)) - 1;
  }
}
