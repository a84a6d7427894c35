package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line itself: help, misspelt commands and options, what the commands print. */
final class CommandLineTest {

  @TempDir Path folder;

  private Session session() {
    return new Session(folder).withExperiments();
  }

  private static void fits(String text) {
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train",
        "resume",
        "check",
        "predict",
        "explain",
        "evaluate",
        "generate",
        "reproduce",
        "diff",
        "compare",
        "study",
        "plugins",
        "describe",
        "new-plugin"
      })
  void everyCommandHasHelp(String command) throws IOException {
    Outcome outcome = session().braid(command, "--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    fits(outcome.out());
    Golden.matches("messages/help-" + command, outcome.out());
  }

  @Test
  void helpIsOnStandardOutputAndNoCommandIsRefused() {
    Outcome help = session().braid("--help");
    Outcome nothing = session().braid();
    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: braid [-hV] [--verbose] [--plugins=DIR]... COMMAND");
    fits(help.out());
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err()).contains("name a command").containsOnlyOnce("Usage: braid");
  }

  @Test
  void misspeltCommandsAndOptionsAreRefusedWithTheNearest() {
    Outcome command = session().braid("trian", "x.conf");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains("trian", "Did you mean: braid train");
    Outcome option = session().braid("check", session().path("reviews.conf"), "--sett", "x=1");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--sett", "--set");
    assertThat(session().braid("train").err()).startsWith("Missing required parameter: 'FILE'");
  }

  @Test
  void theVersionsAreOnStandardOutput() {
    assertThat(session().braid("--version").out()).startsWith("braid ").contains("\nJava ");
  }

  @Test
  void aProblemHasAStackTraceOnlyWhenAskedFor() {
    Session session = session();
    Outcome plain = session.check("reviews.conf", "seed=x");
    Outcome verbose =
        session.braid("check", session.path("reviews.conf"), "--set", "seed=x", "--verbose");
    assertThat(plain.code()).isEqualTo(2);
    assertThat(verbose.code()).isEqualTo(2);
    assertThat(verbose.err()).contains("1) seed = \"x\"", "\tat org.braidml");
  }

  @Test
  void describeShowsEverySettingOfAPlugIn() throws IOException {
    Outcome outcome = session().braid("describe", "lstm");
    assertThat(outcome.code()).isZero();
    fits(outcome.out());
    Golden.matches("messages/describe-lstm", outcome.out().replaceAll(", in \\S+", ", in <jar>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "conv-lstm", "bilstm-attention", "multiclass", "film", "last"})
  void everyDescriptionFitsATerminal(String id) {
    Outcome outcome = session().braid("describe", id);
    assertThat(outcome.code()).isZero();
    fits(outcome.out());
  }

  @Test
  void describeFindsTheNearestOfAMisspeltId() {
    Outcome outcome = session().braid("describe", "lsmt");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("1 problem in the command line\n\n1) ID = \"lsmt\": no plug-in has this id\n")
        .contains("   did you mean \"lstm\"?\n   found: additive-attention, ");
  }

  @Test
  void pluginsAreListedWithTheirJars() {
    Outcome outcome = session().braid("plugins");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern("\\S+, version \\S+\n")
        .containsPattern("  sequence-encoder +lstm\n")
        .containsPattern("  head +binary\n");
  }
}
