package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid init} makes of measurements in long form. */
final class InitMeasurementsTest {

  private static final String HEADER = "Time,Parameter,Value\n";

  @TempDir Path folder;

  private Session session = new Session(Path.of(""));

  @BeforeEach
  void open() {
    session = new Session(folder);
  }

  private FirstFile first() {
    return FirstFile.of(session);
  }

  /**
   * What is measured of a patient in six hours; the rows of one in ten do not tell how it ended.
   */
  private static String patient(int id, String before) {
    boolean died = id * id % 7 % 2 == 1;
    StringBuilder rows = new StringBuilder();
    rows.append(before + "00:00,Age," + (40 + id * 3 % 50) + '\n');
    rows.append(before + "00:00,Unit," + (id % 3 == 0 ? "surgery" : "heart") + '\n');
    rows.append(id % 10 == 9 ? "" : before + "00:00,Died," + (died ? "yes" : "no") + '\n');
    for (int hour = 0; hour < 6; hour++) {
      rows.append(before + "0" + hour + ":30,HR," + (died ? 90 : 60 + hour + id % 4) + '\n');
      rows.append(before + "0" + hour + ":40,Note,hour " + hour + '\n');
    }
    return rows.toString();
  }

  private void patients() throws IOException {
    Files.createDirectory(folder.resolve("set"));
    for (int id = 1; id <= 40; id++) {
      session.with("set/p" + id + ".txt", HEADER + patient(id, ""));
    }
    session.with("set/README.md", "What was measured.");
  }

  @Test
  void aFolderOfAFileASubject() throws IOException {
    patients();
    first().writes("init-measurements", "set", "--target", "Died");
    first().trains("training.epochs=1");
  }

  @Test
  void aFileOfAllSubjects() throws IOException {
    StringBuilder all = new StringBuilder("who;time;variable;value\n");
    for (int id = 1; id <= 40; id++) {
      all.append(patient(id, id + ",").replace(',', ';'));
    }
    session.with("all.csv", all.toString());
    assertThat(first().written("all.csv", "--target", "Died"))
        .contains("type = long", "id = \"who\"", "delimiter = \";\"", "series = [\"HR\"]");
  }

  @Test
  void aFileWhoseColumnIsTheTargetIsOneOfRows() throws IOException {
    StringBuilder rows = new StringBuilder("who,time,variable,value\n");
    for (int i = 0; i < 60; i++) {
      rows.append("abc".charAt(i % 3) + "," + i * 7 % 11 + ",x," + (i % 5 + 0.5) + '\n');
    }
    session.with("rows.csv", rows.toString());
    assertThat(first().written("rows.csv", "--target", "value"))
        .contains("format = csv", "kind = regression");
  }

  @Test
  void aTargetIsAVariableOfOneValueASubject() throws IOException {
    patients();
    first().refuses("init-measurements-target", "set", "--target", "Dead");
    first().refuses("init-measurements-series", "set", "--target", "HR", "--time", "Time");
    first().refuses("init-measurements-no-target", "set");
  }

  @Test
  void aFolderOfOtherFilesIsRefusedWithWhatIsRead() throws IOException {
    Files.createDirectory(folder.resolve("texts"));
    session.with("texts/a.txt", "some text\n").with("texts/b.txt", "");
    first().refuses("init-folder", "texts", "--target", "label");
    session.with("texts.tar.gz", "no archive");
    first().refuses("init-archive", "texts.tar.gz", "--target", "label");
  }
}
