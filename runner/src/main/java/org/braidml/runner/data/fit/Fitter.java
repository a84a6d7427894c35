package org.braidml.runner.data.fit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.CharactersFieldConfig;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.NextTokenTargetConfig;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.config.TextFieldConfig;
import org.braidml.runner.data.config.TokensFieldConfig;
import org.braidml.runner.data.config.VectorsFieldConfig;
import org.braidml.runner.data.table.Table;

/** Fits features on training rows. All rows are checked; only training rows are learnt from. */
public final class Fitter {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  /**
   * A fitter.
   *
   * @param table all rows
   * @param train the training rows
   * @param problems takes what is wrong in any row
   */
  public Fitter(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train.clone();
    this.problems = problems;
  }

  /** Returns what the training rows tell. Not to be used if there were problems. */
  public FittedFeatures fit(DataConfig config) {
    SortedMap<String, FittedField> fields = new TreeMap<>();
    config.sortedFields().forEach((name, field) -> fields.put(name, field(name, field)));
    TargetFitting fitting = new TargetFitting(table, train, problems);
    SortedMap<String, FittedTarget> targets = new TreeMap<>();
    config
        .allTargets()
        .forEach(
            (name, target) ->
                targets.put(
                    name,
                    target instanceof NextTokenTargetConfig next
                        ? TargetFitting.nextToken(next, tokens(fields, next.field()))
                        : fitting.fit(config.targetKey(name), target)));
    return new FittedFeatures(FittedFeatures.FORMAT, fields, targets);
  }

  private static FittedTokens tokens(Map<String, FittedField> fields, String name) {
    if (fields.get(name) instanceof FittedTokens tokens) {
      return tokens;
    }
    throw new IllegalArgumentException("the field " + name + " has no tokens");
  }

  private FittedField field(String name, FieldConfig config) {
    String key = "data.fields." + name;
    TokenFitting tokens = new TokenFitting(table, train, problems);
    if (config instanceof TextFieldConfig text) {
      return tokens.text(key, text);
    }
    if (config instanceof CharactersFieldConfig characters) {
      return tokens.characters(key, characters);
    }
    if (config instanceof TokensFieldConfig subwords) {
      return new SubwordFitting(problems).fit(key, subwords);
    }
    if (config instanceof StaticFieldConfig statics) {
      return new StaticFitting(table, train, problems).fit(key, statics);
    }
    if (config instanceof SeriesFieldConfig series) {
      return new SeriesFitting(table, train, problems).fit(key, series);
    }
    if (config instanceof VectorsFieldConfig vectors) {
      return new SeriesFitting(table, train, problems).fit(key, vectors);
    }
    throw new IllegalArgumentException("no fitting for " + config.getClass().getSimpleName());
  }
}
