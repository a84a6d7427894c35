package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;

/**
 * An experiment file that {@code braid init} writes, or refuses to write.
 *
 * @param session runs the commands
 * @param file the file to write
 */
record FirstFile(Session session, Path file) {

  private static final String NAME = "first.conf";

  static FirstFile of(Session session) {
    return new FirstFile(session, session.folder().resolve(NAME));
  }

  Outcome init(String source, String... more) {
    List<String> arguments = new ArrayList<>(List.of("init", session.path(source)));
    arguments.addAll(List.of("--out", file.toString()));
    arguments.addAll(List.of(more));
    return session.braid(arguments.toArray(String[]::new));
  }

  /** The file is written, {@code check} accepts it, and {@code data} reads all that it names. */
  String written(String source, String... more) throws IOException {
    Outcome outcome = init(source, more);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(BraidCommand.DONE);
    String text = Files.readString(file);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    Outcome checked = session.check(NAME);
    assertThat(checked.code()).as(checked.err()).isEqualTo(BraidCommand.DONE);
    Outcome seen = session.braid("data", session.path(NAME));
    assertThat(seen.code()).as(seen.err()).isEqualTo(BraidCommand.DONE);
    return text;
  }

  /** The same, and the file is as it was before. */
  void writes(String golden, String source, String... more) throws IOException {
    Golden.matches("messages/" + golden, written(source, more));
  }

  /** It trains as it is, but perhaps for fewer epochs. */
  void trains(String... sets) {
    Outcome trained = session.train(NAME, sets);
    assertThat(trained.code()).as(trained.err()).isEqualTo(BraidCommand.DONE);
  }

  void refuses(String golden, String source, String... more) throws IOException {
    Outcome outcome = init(source, more);
    assertThat(outcome.code()).isEqualTo(BraidCommand.REFUSED);
    assertThat(file).doesNotExist();
    Golden.matches("messages/" + golden, outcome.err());
  }
}
