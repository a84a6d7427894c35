package org.braidml.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.braidml.runner.data.config.OnBadRow;
import org.braidml.runner.data.config.TsSourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that a run reads are told by size and sum, and a checkout by its commit. */
class DataFactsTest {

  /** {@code printf 'a\n' | sha256sum}. */
  private static final String SUM =
      "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7";

  @TempDir Path folder;

  private Map<String, String> facts(Path path) throws Exception {
    return FlatFacts.flatten(
        DataFacts.of(
            new TsSourceConfig(path.toString(), Optional.empty(), Optional.empty(), OnBadRow.FAIL),
            new FileSums()));
  }

  @Test
  void aFileIsItsBytes() throws Exception {
    Path file = Files.writeString(folder.resolve("a.ts"), "a\n");
    assertThat(facts(file)).containsEntry("path.bytes", "2").containsEntry("path.sha-256", SUM);
    assertThat(facts(folder.resolve("none"))).containsOnlyKeys("path.file");
  }

  @Test
  void aFolderIsItsFilesAndTheirNames() throws Exception {
    Files.writeString(folder.resolve("a"), "a\n");
    Files.writeString(folder.resolve("b"), "b\n");
    Map<String, String> before = facts(folder);
    assertThat(before).containsEntry("path.files", "2").containsEntry("path.bytes", "4");
    Files.move(folder.resolve("b"), folder.resolve("c"));
    assertThat(facts(folder)).isNotEqualTo(before);
    Files.move(folder.resolve("c"), folder.resolve("b"));
    assertThat(facts(folder)).isEqualTo(before);
  }

  @Test
  void aPatternIsTheFilesThatItStandsForAndTheirNames() throws Exception {
    Files.writeString(folder.resolve("a.ts"), "a\n");
    Files.writeString(folder.resolve("b.ts"), "b\n");
    Files.writeString(folder.resolve("c.txt"), "c\n");
    Path pattern = folder.resolve("*.ts");
    Map<String, String> before = facts(pattern);
    assertThat(before).containsEntry("path.files", "2").containsEntry("path.bytes", "4");
    Files.writeString(folder.resolve("c.txt"), "other\n");
    assertThat(facts(pattern)).isEqualTo(before);
    Files.writeString(folder.resolve("b.ts"), "B\n");
    assertThat(facts(pattern)).isNotEqualTo(before);
    assertThat(facts(folder.resolve("*.none"))).containsOnlyKeys("path.file");
  }

  @Test
  void aFileIsReadOnceAsLongAsItStaysTheSame() throws Exception {
    Path file = Files.writeString(folder.resolve("a.ts"), "a\n");
    FileSums sums = new FileSums();
    assertThat(sums.of(file)).isEqualTo(SUM);
    long spent = sums.nanoseconds();
    assertThat(spent).isPositive();
    assertThat(sums.of(file)).isEqualTo(SUM);
    assertThat(sums.nanoseconds()).isEqualTo(spent);
    Files.writeString(file, "a\na\n");
    assertThat(sums.of(file)).isEqualTo(Sha256.of(file)).isNotEqualTo(SUM);
  }

  @Test
  void theCommitOfACheckoutIsReadWithoutGit() throws Exception {
    Path git = folder.resolve("top/.git/refs");
    Files.createDirectories(git.resolve("heads"));
    Path inner = Files.createDirectories(folder.resolve("top/examples/names"));
    Files.writeString(git.resolveSibling("HEAD"), "ref: refs/heads/main\n");
    assertThat(GitFacts.commit(inner)).isEmpty();
    String commit = "0123456789".repeat(4);
    Files.writeString(
        git.resolveSibling("packed-refs"), "# pack\n" + commit + " refs/heads/main\n");
    assertThat(GitFacts.commit(inner)).contains(commit);
    String newer = commit.replace('0', 'f');
    Files.writeString(git.resolve("heads/main"), newer + "\n");
    assertThat(GitFacts.commit(inner)).contains(newer);
    Path tree = Files.createDirectories(folder.resolve("top/.git/worktrees/other"));
    Files.writeString(tree.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(tree.resolve("commondir"), "../..\n");
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve(".git"), "gitdir: " + tree + "\n");
    assertThat(GitFacts.commit(other)).contains(newer);
  }
}
