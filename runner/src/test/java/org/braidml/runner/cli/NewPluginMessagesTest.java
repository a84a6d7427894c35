package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braidml.runner.Golden;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid new-plugin} writes and refuses. */
final class NewPluginMessagesTest {

  @TempDir Path folder;

  private Outcome newPlugin(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "new-plugin";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--in";
    all[all.length - 1] = folder.toString();
    return new Session(folder).braid(all);
  }

  private void refused(String golden, String... arguments) throws IOException {
    Outcome outcome = newPlugin(arguments);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    Golden.matches("messages/" + golden, outcome.err().replaceAll(", in \\S+", ", in <jar>"));
  }

  @Test
  void aProjectIsWrittenAndSaysHowToGoOn() throws IOException {
    Outcome outcome = newPlugin("half-max", "--spi", "pooling", "--package", "com.example.half");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    Path code = folder.resolve("half-max/src/main/java/com/example/half/HalfMaxPooling.java");
    assertThat(code).content().contains("return \"half-max\";");
    // Where a command is broken depends on the length of the folder's name.
    Golden.matches("messages/new-plugin", outcome.out().replace(" \\\n    ", " "));
  }

  @Test
  void wrongNamesAreToldTogether() throws IOException {
    refused("new-plugin-names", "My_Encoder", "--spi", "sequence");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesThatJavaCannotHaveAreRefused() throws IOException {
    refused("new-plugin-java", "pooling", "--spi", "pooling", "--package", "org.example.New");
  }

  /** Both kinds of encoder share their ids. */
  @Test
  void anIdThatIsTakenIsRefused() throws IOException {
    refused("new-plugin-taken", "lstm", "--spi", "static-feature-encoder");
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("my-head"));
    refused("new-plugin-folder", "my-head", "--spi", "head");
    assertThat(folder.resolve("my-head")).isEmptyDirectory();
  }
}
