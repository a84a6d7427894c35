package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.braidml.runner.Golden;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measurements in long form become subjects, a row each. */
final class LongSourceTest {

  private static final String ONE =
      "Time,Parameter,Value\n00:00,Age,54\n00:30,HR,70\n00:45,HR,80\n";
  private static final String TWO = "Time,Parameter,Value\n00:00,Age,-1\n02:00,HR,60\n01:59,pH,7\n";

  private static final String FILES =
      """
      source {
        type = long, path = %s, time = Time, variable = Parameter, value = Value
        series = [HR, pH], statics = [Age], steps = 2, null-values = ["", "-1"]
        %s
      }
      fields.x { kind = series, channels = [HR, pH] }
      fields.a { kind = static, numeric = [Age], category = [id] }
      """;

  @TempDir Path folder;

  private Table table(String path, String more) {
    Workspace workspace = new Workspace(folder);
    Rows rows = workspace.pipeline().load(workspace.config(FILES.formatted(path, more)));
    return rows.table();
  }

  private String refused(String path, String more) {
    Workspace workspace = new Workspace(folder);
    return workspace.refusal(
        () -> workspace.pipeline().load(workspace.config(FILES.formatted(path, more))));
  }

  private void archive(String name, String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i], true);
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
      }
    }
    Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static void isTheTwoPatients(Table table) {
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.column("id").get(0)).isEqualTo("1");
    assertThat(table.column("id").get(1)).isEqualTo("2");
    assertThat(table.column("Age").get(0)).isEqualTo("54");
    assertThat(table.column("Age").get(1)).isNull();
    // The mean of two numbers of one hour; the very end belongs to the last hour.
    assertThat(table.column("HR").get(0)).isEqualTo("[75.0,null]");
    assertThat(table.column("HR").get(1)).isEqualTo("[null,60.0]");
    assertThat(table.column("pH").get(0)).isEqualTo("[null,null]");
    assertThat(table.column("pH").get(1)).isEqualTo("[null,7.0]");
  }

  @Test
  void aFolderOfFilesIsASubjectAFile() throws IOException {
    Files.createDirectory(folder.resolve("set"));
    new Workspace(folder).with("set/2.txt", TWO).with("set/1.txt", ONE).with("set/notes.md", "x");
    isTheTwoPatients(table("set", "names = \"*.txt\""));
  }

  @Test
  void anArchiveOfFilesIsASubjectAFile() throws IOException {
    archive("set.tar.gz", "set/1.txt", ONE, "set/2.txt", TWO, "set/notes.md", "x");
    isTheTwoPatients(table("set.tar.gz", "names = \"*.txt\""));
    assertThat(table("set.tar.gz", "names = \"*.txt\"").where(1))
        .isEqualTo("set.tar.gz, set/2.txt");
  }

  @Test
  void filesOfOneNameAreNotMerged() throws IOException {
    archive("set.tar.gz", "a/1.txt", ONE, "b/2.txt", TWO, "b/1.txt", TWO);
    assertThat(refused("set.tar.gz", ""))
        .contains("\"a/1.txt\" and \"b/1.txt\" would be one subject, \"1\"")
        .contains("at set.tar.gz, b/1.txt");
    Files.createDirectory(folder.resolve("set"));
    new Workspace(folder).with("set/1.txt", ONE).with("set/1.csv", TWO);
    assertThat(refused("set", "")).contains("\"1.csv\" and \"1.txt\" would be one subject");
  }

  @Test
  void filesMayBePackedAndStandInFoldersOfTheirFolder() throws IOException {
    Files.createDirectories(folder.resolve("set/a"));
    new Workspace(folder)
        .with("set/1.txt.zst", Zstd.compress(ONE.getBytes(StandardCharsets.UTF_8)))
        .packed("set/a/2.txt.gz", TWO)
        .with("set/notes.md", "x");
    isTheTwoPatients(table("set", "names = \"*.txt.*\""));
    assertThat(table("set", "names = \"*.txt.*\"").where(1)).isEqualTo("set, a/2.txt.gz");
  }

  @Test
  void aValueThatDoesNotChangeIsOneNumberHoweverItIsWritten() {
    new Workspace(folder).with("1.csv", ONE + "01:00,Age,54.0\n01:30,Age,-1\n");
    assertThat(table("1.csv", "").column("Age").get(0)).isEqualTo("54");
  }

  @Test
  void whatChangesButMustNotIsRefusedWithBothLines() throws IOException {
    archive("set.tar.gz", "1.txt", ONE + "01:00,Age,55\n", "2.txt", TWO);
    Golden.matches("data/long-other-static", refused("set.tar.gz", ""));
    Table kept = table("set.tar.gz", "on-bad-row = skip");
    assertThat(kept.column("Age").get(0)).isEqualTo("54");
  }

  @Test
  void aValueThatDoesNotChangeStandsOnItsLine() {
    new Workspace(folder).with("1.csv", ONE.replace("54", "old"));
    Table table = table("1.csv", "");
    assertThat(table.where(0)).isEqualTo("1.csv");
    assertThat(table.where(0, "Age")).isEqualTo("1.csv:2");
    assertThat(table.only(new int[] {0}).where(0, "Age")).isEqualTo("1.csv:2");
  }

  @Test
  void aFileOfASubjectThatHoldsNoRowIsRefused() throws IOException {
    archive("set.tar.gz", "1.txt", ONE, "2.txt", "Time,Parameter,Value\n\n");
    assertThat(refused("set.tar.gz", "on-bad-row = skip"))
        .contains("the file names columns and holds no row")
        .contains("at set.tar.gz, 2.txt");
  }

  @Test
  void aSubjectStandsInOneFileOnlyOrOnOneSide() throws IOException {
    String day = "Time,who,Parameter,Value\n";
    new Workspace(folder)
        .with("day-1.csv", day + "0,1,HR,70\n0,2,HR,71\n0,3,HR,72\n")
        .with("day-2.csv", day + "1,4,HR,80\n1,2,HR,81\n1,1,HR,82\n")
        .with("day-3.csv", day + "1,3,HR,90\n")
        .with("1.csv", ONE)
        .with("rest.csv", ONE);
    archive("set.tar.gz", "1.txt", ONE, "2.txt", TWO);
    Golden.matches(
        "data/subject-in-two-files",
        String.join(
            "\n",
            refused("\"day-*.csv\"", "id = who"),
            refused("\"day-1.csv\"", "id = who, test = \"day-2.csv\""),
            refused("rest.csv", "validation = set.tar.gz, test = 1.csv")));
  }

  @Test
  void filesOfAFolderAreReadTogetherByTheIdsOfTheirSubjects() throws IOException {
    Files.createDirectory(folder.resolve("days"));
    String day = "Time,who,Parameter,Value\n";
    new Workspace(folder)
        .with("days/1.csv", day + "0,1,HR,70\n0,2,HR,71\n")
        .with("days/2.csv", day + "1,2,HR,81\n");
    Table table = table("days", "id = who");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.column("HR").get(1)).isEqualTo("[71.0,81.0]");
  }

  @Test
  void oneFileCanHoldAllSubjects() {
    new Workspace(folder)
        .with(
            "all.csv",
            """
            Time,who,Parameter,Value
            0,1,Age,54
            0.5,1,HR,70
            0.75,1,HR,80
            2,2,HR,60
            1.9,2,pH,7
            """);
    isTheTwoPatients(table("all.csv", "id = who"));
  }

  @Test
  void severalNumbersOfABinBecomeOne() {
    new Workspace(folder).with("1.csv", "Time,Parameter,Value\n0.9,HR,3\n0.2,HR,1\n0.9,HR,2\n");
    assertThat(table("1.csv", "aggregate = last").column("HR").get(0)).isEqualTo("[2.0,null]");
    assertThat(table("1.csv", "aggregate = min").column("HR").get(0)).isEqualTo("[1.0,null]");
    assertThat(table("1.csv", "aggregate = max").column("HR").get(0)).isEqualTo("[3.0,null]");
    assertThat(table("1.csv", "aggregate = sum").column("HR").get(0)).isEqualTo("[6.0,null]");
    assertThat(table("1.csv", "aggregate = mean").column("HR").get(0)).isEqualTo("[2.0,null]");
  }

  @Test
  void aQueryJoinsWhatIsGivenApart() throws IOException {
    new Workspace(folder).with("died.csv", "id,died\n1,0\n");
    archive("set.tar.gz", "1.txt", ONE);
    Table table =
        table(
            "set.tar.gz",
            "tables.o = died.csv\nsql = \"SELECT source.*, died FROM source JOIN o USING (id)\"");
    assertThat(table.names()).contains("died");
    assertThat(table.column("died").get(0)).isEqualTo("0");
  }

  @Test
  void whatIsWrongIsToldWithFileAndLine() throws IOException {
    archive(
        "bad.tar.gz",
        "1.txt",
        "Time,Parameter,Value\nsoon,HR,1\n1,HR,high\n9,HR,1\n1,HR\n",
        "2.txt",
        "Time,Value\n",
        "3.txt",
        "");
    Golden.matches("data/long-faults", refused("bad.tar.gz", ""));
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedForItTakesTheRestOfTheFile() throws IOException {
    String swallowed = "Time,Parameter,Value\n0,HR,70\n0,pH,\"7\n1,HR,80\n1,pH,7\n";
    archive("open.tar.gz", "1.txt", swallowed, "2.txt", TWO);
    assertThat(refused("open.tar.gz", "on-bad-row = skip"))
        .contains("a quote is opened and never closed: 0,pH,7 1,HR,80 1,pH,7")
        .contains("at open.tar.gz, 1.txt:3");
    new Workspace(folder).with("1.csv", "Time,Parameter,Value,\"note\n0,HR,70,\n");
    assertThat(refused("1.csv", ""))
        .contains("a quote is opened and never closed: Time,Parameter,Value,note")
        .contains("at 1.csv:1");
    String note = "Time,Parameter,Value\n0,HR,70\n0,remark,\"he said\n1,HR,80\n";
    new Workspace(folder).with("1.csv", note);
    assertThat(refused("1.csv", "")).contains("never closed").contains("at 1.csv:3");
  }

  @Test
  void bytesOfAnotherCharacterSetAreToldOnceAFile() {
    String rows = "Time,Parameter,Value\n0,HR,70\n" + "0,caf\u00e9,1\n".repeat(50);
    new Workspace(folder).with("1.csv", rows, StandardCharsets.ISO_8859_1);
    assertThat(refused("1.csv", ""))
        .containsOnlyOnce("bytes that are not UTF-8")
        .contains("at 1.csv:3")
        .doesNotContain("more such lines");
  }

  @Test
  void namesThatLeaveTheirFolderAndLinksAreRefused() throws IOException {
    archive("up.tar.gz", "../1.txt", ONE);
    archive("root.tar.gz", "/etc/1.txt", ONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry link = new TarArchiveEntry("1.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    Files.write(folder.resolve("link.tar.gz"), bytes.toByteArray());
    Golden.matches(
        "data/long-names",
        String.join(
            "\n",
            refused("up.tar.gz", ""),
            refused("root.tar.gz", ""),
            refused("link.tar.gz", "")));
  }

  @Test
  void aCutArchiveIsRefused() throws IOException {
    archive("set.tar.gz", "1.txt", ONE.repeat(3), "2.txt", TWO);
    byte[] whole = Files.readAllBytes(folder.resolve("set.tar.gz"));
    Files.write(folder.resolve("cut.tar.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(refused("cut.tar.gz", "")).contains("cannot be read");
  }
}
