package org.braidml.runner.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.graph.Batch;
import org.braidml.runner.data.config.BinaryTargetConfig;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.MulticlassTargetConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.encode.Encoder;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.Fitter;
import org.braidml.runner.data.fit.RowWeights;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.source.Sources;
import org.braidml.runner.data.split.SharedRows;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.split.Splitter;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;
import org.braidml.runner.data.window.Windows;

/**
 * Source, split, fit, encode: from the {@code data} part of an experiment to examples.
 *
 * <p>Each step throws all that it finds wrong at once, as a {@link
 * org.braidml.api.config.ConfigurationException} that begins with the given file.
 */
public final class DataPipeline {

  private final String file;
  private final Path folder;
  private final Alignment alignment;

  /**
   * A pipeline.
   *
   * @param file the file that the user gave, for messages
   * @param folder what relative paths are relative to: the folder of that file
   */
  public DataPipeline(String file, Path folder) {
    this(file, folder, new Alignment(Map.of()));
  }

  private DataPipeline(String file, Path folder, Alignment alignment) {
    this.file = file;
    this.folder = folder;
    this.alignment = alignment;
  }

  /** The same, for a model that reads some fields side by side. */
  public DataPipeline aligned(Alignment fields) {
    return new DataPipeline(file, folder, fields);
  }

  /** Does all steps for training. */
  public PreparedData prepare(DataConfig config) {
    return see(config).prepared();
  }

  /** Does all steps for training, and keeps the rows to look at them. */
  public SeenData see(DataConfig config) {
    SplitRows found = splitRows(config);
    Rows rows = found.rows();
    Split split = found.split();
    FittedFeatures features = fit(config, rows, split);
    SharedRows shared = SharedRows.of(rows.table(), features.inputColumns(), split);
    Problems problems = new Problems(config.source().shown());
    Encoder encoder = new Encoder(features, problems);
    float[] weights =
        config
            .weight()
            .map(column -> RowWeights.of(rows.table(), column, split.train(), problems))
            .orElseGet(() -> new float[0]);
    Examples train = encoder.withTargets(rows.table(), split.train()).weighed(weights);
    Examples validation = encoder.withTargets(rows.table(), split.validation());
    Examples test = encoder.withTargets(rows.table(), split.test());
    Map<String, float[]> lastValues =
        found
            .windows()
            .map(cut -> LastValues.of(config, cut, split.test(), problems))
            .orElseGet(Map::of);
    for (Examples side : List.of(train, validation, test)) {
      if (problems.isEmpty()) {
        alignment.check(side, rows.table(), problems);
      }
    }
    problems.throwIfAny(file);
    List<String> notes = new ArrayList<>(features.notes());
    Stream.of(found.kept().note(), found.windows().map(Windows.Windowed::note), shared.warning())
        .flatMap(Optional::stream)
        .forEach(notes::add);
    config.weight().ifPresent(column -> notes.add(RowWeights.note(column, weights)));
    notes.addAll(EmptySequences.notes(rows.table(), List.of(train, validation, test)));
    PreparedData prepared =
        new PreparedData(
            features,
            split,
            shared,
            notes,
            found.kept().refused(),
            found.testContents(config),
            train,
            validation,
            test,
            lastValues);
    return new SeenData(rows.table(), prepared);
  }

  private SplitRows splitRows(DataConfig config) {
    BadRows.Kept kept = kept(config);
    Split sides = split(config, kept.rows());
    return SplitRows.of(kept, sides, windows(config, kept.rows(), sides));
  }

  /** Reads and splits as for training, but learns nothing and encodes nothing. */
  public TestSide testSide(DataConfig config) {
    SplitRows found = splitRows(config);
    return new TestSide(found.rows().table(), found.split(), found.testContents(config));
  }

  /**
   * Encodes test rows, whose targets features know, by features that were fitted before.
   *
   * @param features what the model was trained with
   * @param test the rows that it was tested on
   */
  public Examples encoded(DataConfig config, FittedFeatures features, TestSide test) {
    Problems problems = new Problems(config.source().shown());
    Examples examples =
        new Encoder(features, problems).withTargets(test.table(), test.split().test());
    problems.throwIfAny(file);
    return examples;
  }

  /** Reads the rows and leaves out bad ones, if that is asked for. */
  private BadRows.Kept kept(DataConfig config) {
    Problems problems = new Problems(config.source().shown());
    BadRows.Kept kept = BadRows.leftOut(config, load(config), problems);
    problems.throwIfAny(file);
    return kept;
  }

  /** Reads the rows; only the columns that the configuration names. */
  public Rows load(DataConfig config) {
    return read(config.source(), ColumnCheck.of(config));
  }

  /** Splits rows; a seed of the model plays no part. */
  public Split split(DataConfig config, Rows rows) {
    Problems problems = new Problems(config.source().shown());
    Split split = new Splitter(config.split(), problems).split(rows, classes(config));
    problems.throwIfAny(file);
    return split;
  }

  private Optional<Windows.Windowed> windows(DataConfig config, Rows rows, Split split) {
    Problems problems = new Problems(config.source().shown());
    Optional<Windows.Windowed> windowed =
        config.windows().map(windows -> new Windows(windows, problems).cut(rows, split));
    problems.throwIfAny(file);
    return windowed;
  }

  /** Fits features on the training rows; checks all rows. */
  public FittedFeatures fit(DataConfig config, Rows rows, Split split) {
    Problems problems = new Problems(config.source().shown());
    FittedFeatures features =
        new Fitter(rows.table(), split.train(), problems).fit(config.absolute(folder));
    problems.throwIfAny(file);
    return features;
  }

  /**
   * Reads rows to predict for. They need not have targets; all that the fields read they must have.
   *
   * @param features what the model was trained with
   * @param windows the windows that it was trained with
   * @param source where the rows come from
   */
  public Examples forPrediction(
      FittedFeatures features, Optional<WindowsConfig> windows, SourceConfig source) {
    Rows rows = read(source, ColumnCheck.of(features, windows));
    Problems problems = new Problems(source.shown());
    Optional<Windows.Windowed> cut =
        windows.map(settings -> new Windows(settings, problems).cut(rows));
    problems.throwIfAny(file);
    Table table = cut.map(windowed -> windowed.table()).orElse(rows.table());
    int[] all = IntStream.range(0, table.size()).toArray();
    Examples examples =
        new Encoder(features, problems)
            .withoutTargets(table, cut.map(windowed -> windowed.split().train()).orElse(all));
    if (problems.isEmpty()) {
      alignment.check(examples, table, problems);
    }
    problems.throwIfAny(file);
    return examples;
  }

  /**
   * Encodes one row by itself.
   *
   * @param features what the model was trained with
   * @param row text by column; an absent column counts as missing
   * @throws org.braidml.api.config.ConfigurationException if the row is not like those of training
   */
  public static Batch oneRow(FittedFeatures features, Map<String, String> row) {
    Map<String, Column> columns = new LinkedHashMap<>();
    features.inputColumns().forEach(name -> columns.put(name, Column.of(row.get(name))));
    Table table = Table.of(List.copyOf(columns.keySet()), columns, index -> "the row");
    Problems problems = new Problems();
    Examples examples = new Encoder(features, problems).withoutTargets(table, new int[] {0});
    problems.throwIfAny("the row");
    return examples.batch(new int[] {0});
  }

  private Rows read(SourceConfig source, ColumnCheck check) {
    Problems problems = new Problems();
    Set<String> wanted = check.columns();
    Optional<Rows> rows =
        Sources.read(
            source,
            folder,
            wanted,
            (names, from) -> check.against(names, from, problems),
            problems);
    problems.throwIfAny(file);
    return rows.map(read -> new Rows(read.table(), read.parts(), problems.leftOut()))
        .orElseThrow(() -> new IllegalStateException("no rows, and no problem told"));
  }

  /** The one target with classes, by which rows can be stratified. */
  private static Optional<String> classes(DataConfig config) {
    return config.allTargets().values().stream()
        .filter(t -> t instanceof BinaryTargetConfig || t instanceof MulticlassTargetConfig)
        .flatMap(target -> target.sourceColumn().stream())
        .findFirst();
  }
}
