package org.braidml.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.braidml.runner.cli.Session.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code braid init} writes, and what it refuses. */
final class InitMessagesTest {

  private static final List<String> WORDS =
      List.of("fits well", "too small", "lovely colour, soft", "came torn", "I wear it each day");

  @TempDir Path folder;

  private Session session = new Session(Path.of(""));

  @BeforeEach
  void write() {
    StringBuilder hours = new StringBuilder("number,hour,wind,walked,rode,count\n");
    StringBuilder reviews = new StringBuilder("id,review,age,shelf,stars,recommended\n");
    for (int i = 0; i < 120; i++) {
      int walked = 5 * i % 17;
      int rode = 20 + 7 * i % 31;
      hours.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%.1f,%d,%d,%d\n",
              i,
              LocalDateTime.of(2011, 1, 1, 0, 0).plusHours(i).toString().replace('T', ' '),
              3 * i % 11 / 2.0,
              walked,
              rode,
              walked + rode));
      int good = i * i % 7 % 2;
      reviews.append(
          String.format(
              Locale.ROOT,
              "%d,\"%s and no %d\",%d,%s,%d,%s\n",
              900 + i,
              WORDS.get(i % 5),
              i % 60,
              20 + i % 40,
              i % 3 == 0 ? "dresses" : "tops",
              4 + good,
              good == 1 ? "yes" : "no"));
    }
    session =
        new Session(folder)
            .with("hours.csv", hours.toString())
            .with("reviews.csv", reviews.toString())
            .with("one-class.csv", "x,y\n" + "1,a\n".repeat(30))
            .with("few.csv", "x,y\n1,a\n2,b\n3,a\n")
            .with("names.csv", names());
  }

  private static String names() {
    StringBuilder names = new StringBuilder("x,name\n");
    for (int i = 0; i < 30; i++) {
      names.append(i % 4).append(",name").append(i).append('\n');
    }
    return names.toString();
  }

  private void writes(String golden, String source, String target) throws IOException {
    FirstFile.of(session).writes(golden, source, "--target", target);
  }

  private void refuses(String golden, String source, String... arguments) throws IOException {
    FirstFile.of(session).refuses(golden, source, arguments);
  }

  @Test
  void hoursInTheOrderOfTimeBecomeWindows() throws IOException {
    writes("init-hours", "hours.csv", "count");
  }

  @Test
  void textBesideStaticsOfTwoClasses() throws IOException {
    writes("init-reviews", "reviews.csv", "recommended");
  }

  @Test
  void anUnknownTargetNamesTheNearestColumn() throws IOException {
    refuses("init-unknown-target", "reviews.csv", "--target", "recomended");
  }

  @Test
  void aTargetThatIsLeftOutNamesTheColumns() throws IOException {
    refuses("init-no-target", "reviews.csv");
  }

  @Test
  void anUnknownTimeNamesTheNearestColumn() throws IOException {
    refuses("init-unknown-time", "hours.csv", "--target", "count", "--time", "hours");
  }

  @Test
  void oneClassTeachesNothing() throws IOException {
    refuses("init-one-class", "one-class.csv", "--target", "y");
  }

  @Test
  void tooFewRowsAreRefused() throws IOException {
    refuses("init-few-rows", "few.csv", "--target", "y");
  }

  @Test
  void textsThatDifferInEachRowAreNoClasses() throws IOException {
    refuses("init-no-classes", "names.csv", "--target", "name");
  }

  @Test
  void aMissingSourceIsTold() throws IOException {
    refuses("init-no-source", "nowhere.csv", "--target", "y");
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Files.writeString(folder.resolve("first.conf"), "mine");
    Outcome outcome = FirstFile.of(session).init("reviews.csv", "--target", "recommended");
    assertThat(outcome.code()).isEqualTo(BraidCommand.REFUSED);
    assertThat(outcome.err()).contains("first.conf").contains("exists already");
    assertThat(folder.resolve("first.conf")).hasContent("mine");
  }
}
