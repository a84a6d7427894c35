package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid study} says of a plan, and of study files that are refused. */
final class StudyMessagesTest {

  private static final String HEAD =
      """
      base = "reviews.conf"
      metric = accuracy
      baseline = last
      """;

  private static final String POOLING =
      "{ name = pooling, path = model.encoders.review.pooling.type, values = [last, mean] }";

  @TempDir Path folder;
  private Session session = new Session(Path.of("."));

  @BeforeEach
  void open() {
    session = new Session(folder).withExperiments();
  }

  private Outcome dryRun(String text, String... more) {
    session.with("study.conf", text);
    String[] arguments = new String[3 + more.length];
    arguments[0] = "study";
    arguments[1] = session.path("study.conf");
    arguments[2] = "--dry-run";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return session.braid(arguments);
  }

  private void refused(String golden, String text, String... more) throws IOException {
    Outcome outcome = dryRun(text, more);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    Golden.matches("messages/study-" + golden, outcome.err());
  }

  private void planned(String golden, String text, String... more) throws IOException {
    Outcome outcome = dryRun(text, more);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    Golden.matches("messages/study-" + golden, outcome.out());
  }

  @Test
  void aPlanTellsVariantsReferencesAndTheTest() throws IOException {
    planned("plan", HEAD + "axes = [" + POOLING + "]", "--seeds", "4");
  }

  @Test
  void aGridWithConditionsAndAlternatives() throws IOException {
    planned(
        "plan-grid",
        """
        base = "reviews.conf"
        metric = roc-auc
        baseline = lstm/last/both
        set { training.epochs = 2 }
        axes = [
          { name = encoder, path = model.encoders.review.type, values = [lstm, mean-embedding] }
          {
            name = pooling, path = model.encoders.review.pooling.type, values = [last, mean]
            when { encoder = [lstm] }
          }
          {
            name = branches
            values = [
              { name = both }
              { name = text, set { model.encoders.writer = null, data.fields.writer = null } }
            ]
          }
        ]
        """);
  }

  @Test
  void resplitIsToldWithItsTest() throws IOException {
    planned("plan-resplit", HEAD + "resplit = true, alpha = 0.1, axes = [" + POOLING + "]");
  }

  @Test
  void foldsAreToldWithTheirTest() throws IOException {
    planned("plan-folds", HEAD + "folds = 5, axes = [" + POOLING + "]");
    planned("plan-folds-once", HEAD + "folds = 5, axes = [" + POOLING + "]", "--seeds", "5");
  }

  @Test
  void foldsThatCannotBeDealtAreTold() throws IOException {
    refused("folds-seeds", HEAD + "folds = 4, axes = [" + POOLING + "]");
    refused("folds-few-seeds", HEAD + "folds = 4, seeds = 3, axes = [" + POOLING + "]");
    refused("folds-resplit", HEAD + "folds = 5, resplit = true, axes = [" + POOLING + "]");
    refused(
        "folds-fixed",
        HEAD + "folds = 5, axes = [" + POOLING + "]",
        "--set",
        "data.split.shuffle=false",
        "--set",
        "data.split.stratify=false");
    refused(
        "folds-variant",
        HEAD
            + "folds = 5, variants = [{ name = last },"
            + " { name = a, set { data.split { folds = 3, fold = 2 } } }]");
  }

  @Test
  void variantsMayDifferInTheirSeedsAlone() throws IOException {
    planned(
        "plan-seed-offset",
        HEAD + "variants = [{ name = last }, { name = others, seed-offset = 1000 }]");
  }

  @Test
  void misspeltKeysAreTold() throws IOException {
    refused("keys", HEAD + "seed = 3, axis = [], fold = 5, alpha = 2, axes = [{ nam = x }]");
  }

  @Test
  void nothingToCompareIsTold() throws IOException {
    refused("empty", HEAD);
    refused("one-value", HEAD + "axes = [{ name = a, path = x, values = [1] }]");
    refused("both-kinds", HEAD + "axes = [" + POOLING + "], variants = [{ name = a }]");
  }

  @Test
  void wrongNamesAreToldWithTheNearest() throws IOException {
    refused(
        "names",
        """
        base = "reviews.conf"
        metric = acuracy
        baseline = lasst
        axes = [%s]
        """
            .formatted(POOLING));
    refused("base", HEAD.replace("reviews.conf", "review.conf") + "axes = [" + POOLING + "]");
    refused(
        "conditions",
        HEAD
            + "axes = [{ name = b, path = x, values = [1, 2], when { poolin = [last] } }, "
            + POOLING
            + ", { name = c, path = y, values = [1, 2], when { pooling = [max] } }]");
  }

  @Test
  void aValueWithoutAKeyIsTold() throws IOException {
    refused("no-path", HEAD + "axes = [{ name = a, values = [1, { name = two, set = 2 }] }]");
  }

  @Test
  void anAxisThatChangesNothingIsTold() throws IOException {
    refused(
        "idle",
        HEAD.replace("= last", "= last/a")
            + "axes = ["
            + POOLING
            + ", { name = idle, values = [{ name = a }, { name = b, set { engine = MXNet } }] }]");
  }

  @Test
  void aVariantThatStandsTwiceIsTold() throws IOException {
    refused(
        "duplicate",
        HEAD
            + "variants = [{ name = last }, { name = mean, set { training.epochs = 3 } },"
            + " { name = again, set { training.epochs = 3 } }]");
  }

  @Test
  void whatTheStudySetsNoVariantMay() throws IOException {
    refused(
        "fixed",
        HEAD
            + "variants = [{ name = last }, { name = a, set { seed = 7, threads = 2,"
            + " data.split.seed = 8 } }]");
  }

  @Test
  void trialsHaveOneThreadSoTheyHaveNoShards() throws IOException {
    refused(
        "shards",
        HEAD + "set { training.shards = 2 }, axes = [" + POOLING + "]",
        "--set",
        "threads=1");
  }

  @Test
  void problemsOfVariantsAreToldOnceWithTheirPlace() throws IOException {
    refused(
        "variants",
        HEAD.replace("= last", "= last/2")
            + "axes = ["
            + POOLING
            + ",\n{ name = width, path = model.encoders.review.hidden-sise, values = [2, 4] }]");
    refused(
        "graph",
        HEAD.replace("= last", "= last/concat")
            + "axes = ["
            + POOLING
            + ",\n{ name = merger, values = [{ name = concat },"
            + " { name = sum, set { model.merger.type = sum, model.encoders.writer.units = [3] } }] }]");
  }

  @Test
  void resplitOfAFixedSplitIsTold() throws IOException {
    refused(
        "resplit-fixed",
        HEAD + "resplit = true, axes = [" + POOLING + "]",
        "--set",
        "data.split.shuffle=false",
        "--set",
        "data.split.stratify=false");
  }

  @Test
  void numbersOnTheCommandLineAreChecked() {
    assertThat(dryRun(HEAD + "axes = [" + POOLING + "]", "--seeds", "1").err())
        .startsWith("--seeds 1: at least 2");
    assertThat(session.braid("study").err()).startsWith("Missing required parameter: 'FILE'");
  }

  @Test
  void aFolderThatIsNoStudyIsTold() throws IOException {
    for (String command : new String[] {"status", "resume", "report"}) {
      Outcome outcome = session.braid("study", command, folder.toString());
      assertThat(outcome.code()).isEqualTo(2);
      Golden.matches("messages/study-no-plan", outcome.err());
    }
  }
}
