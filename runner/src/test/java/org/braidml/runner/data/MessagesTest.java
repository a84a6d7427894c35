package org.braidml.runner.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessagesTest {

  private static final String HEADER = "review,age,segment,label\n";
  private static final String REVIEWS = Workspace.REVIEWS;

  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of("."));

  @BeforeEach
  void open() {
    workspace = new Workspace(folder);
  }

  private String refusal(String text) {
    return workspace.with("reviews.csv", text).refusal("source = reviews.csv\n" + REVIEWS);
  }

  @Test
  void aMissingFileIsToldWithTheNearestName() throws IOException {
    workspace.with("reviews.csv", HEADER).with("notes.txt", "");
    Golden.matches("data/missing-file", workspace.refusal("source = reveiws.csv\n" + REVIEWS));
  }

  @Test
  void aMissingFolderIsTold() throws IOException {
    Golden.matches("data/missing-folder", workspace.refusal("source = in/reviews.csv\n" + REVIEWS));
  }

  @Test
  void missingColumnsAreToldTogetherWithTheNearestNames() throws IOException {
    Golden.matches("data/missing-columns", refusal("Review,age,segments,lable\nx,1,a,0\n"));
  }

  @Test
  void aWrongDelimiterIsSuspectedWhereThereIsOneColumn() throws IOException {
    Golden.matches("data/one-column", refusal("review;age;segment;label\nx;1;a;0\n"));
  }

  @Test
  void anEmptyFileIsTold() throws IOException {
    Golden.matches("data/empty-file", refusal(""));
  }

  @Test
  void aHeaderWithoutRowsIsTold() throws IOException {
    Golden.matches("data/header-only", refusal(HEADER));
  }

  @Test
  void textWhereANumberBelongsIsToldWithItsLine() throws IOException {
    Golden.matches(
        "data/text-for-number",
        refusal(HEADER + "\"two\nlines\",31,a,0\n\nx,forty,a,1\ny,NaN,b,0\nz,1e400,b,1\n"));
  }

  @Test
  void aConstantTargetIsTold() throws IOException {
    Golden.matches(
        "data/constant-target", refusal(HEADER + "x,1,a,0\ny,2,a,0\nz,3,a,0\nu,3,a,0\n"));
  }

  @Test
  void aMissingTargetIsTold() throws IOException {
    Golden.matches("data/missing-target", refusal(HEADER + "x,1,a,0\ny,2,a,\nz,3,a,1\nu,3,a,\n"));
  }

  @Test
  void tooManyClassesForABinaryTargetAreTold() throws IOException {
    Golden.matches("data/three-classes", refusal(HEADER + "x,1,a,10\ny,2,a,9\nz,3,a,1\n"));
  }

  @Test
  void anUnknownPositiveLabelIsTold() throws IOException {
    workspace.with("reviews.csv", HEADER + "x,1,a,yes\ny,2,a,no\nz,3,a,yes\nu,3,a,no\n");
    Golden.matches(
        "data/unknown-positive",
        workspace.refusal("source = reviews.csv\n" + REVIEWS + "target.positive = yess"));
  }

  @Test
  void linesOfTheWrongWidthAreTold() throws IOException {
    Golden.matches(
        "data/wrong-width",
        refusal(HEADER + "x,1,a,0,9\ny\nz,3,a,1\n\"never closed,3,a,1\nu,4,a,1\n"));
  }

  @Test
  void twoColumnsOfOneNameAreTold() throws IOException {
    Golden.matches("data/column-twice", refusal("review,age,age,label\nx,1,2,0\n"));
  }

  @Test
  void aWrongCharacterSetIsTold() throws IOException {
    workspace.with("reviews.csv", HEADER + "caf\u00e9,1,a,0\n", StandardCharsets.ISO_8859_1);
    Golden.matches("data/wrong-charset", workspace.refusal("source = reviews.csv\n" + REVIEWS));
    Golden.matches(
        "data/unknown-charset",
        workspace.refusal("source { path = reviews.csv, encoding = UFT-8 }\n" + REVIEWS));
  }

  @Test
  void linesThatAreNoJsonObjectsAreTold() throws IOException {
    workspace.with("reviews.jsonl", "{\"review\": \"x\"}\n{review: 1}\n[1]\n");
    Golden.matches("data/no-json", workspace.refusal("source = reviews.jsonl\n" + REVIEWS));
  }

  @Test
  void aQueryThatIsRefusedIsTold() throws IOException {
    workspace.with("reviews.csv", HEADER + "x,1,a,0\n").with("other.csv", "a\n1\n");
    String source = "source { path = reviews.csv, sql = \"\"\"%s\"\"\" }\n" + REVIEWS;
    Golden.matches(
        "data/wrong-query", workspace.refusal(source.formatted("SELECT rewiew FROM source")));
    Golden.matches(
        "data/query-of-files",
        workspace.refusal(source.formatted("SELECT * FROM read_csv('other.csv')")));
  }

  @Test
  void aFaultInTheResultOfAQueryIsToldByItsRow() throws IOException {
    workspace.with("reviews.csv", HEADER + "x,1,a,0\ny,many,a,1\nz,3,a,0\n");
    String source = "source { path = reviews.csv, sql = \"\"\"%s\"\"\" }\n" + REVIEWS;
    Golden.matches(
        "data/row-of-a-query",
        workspace.refusal(source.formatted("SELECT * FROM source WHERE review <> 'x'")));
  }

  @Test
  void aQueryThatGivesNoRowIsTold() throws IOException {
    String source = "source { path = reviews.csv, sql = \"\"\"%s\"\"\" }\n" + REVIEWS;
    String query = source.formatted("SELECT * FROM source WHERE age = 'old'");
    workspace.with("reviews.csv", HEADER + "x,1,a,0\n");
    Golden.matches("data/query-without-rows", workspace.refusal(query));
    workspace.with("reviews.csv", HEADER);
    Golden.matches("data/header-only", workspace.refusal(query));
  }

  @Test
  void aClassThatNoTrainingRowHoldsIsTold() throws IOException {
    workspace
        .with("train.csv", HEADER + "x,1,a,0\ny,2,a,1\n")
        .with("test.csv", HEADER + "x,1,a,0\ny,2,a,7\n");
    Golden.matches(
        "data/unseen-class",
        workspace.refusal(
            "source { path = train.csv, test = test.csv }\nsplit.validation = 0\n" + REVIEWS));
  }

  @Test
  void aSplitColumnWithAnotherWordIsTold() throws IOException {
    workspace.with("reviews.csv", HEADER + "x,1,train,0\ny,2,tset,1\n");
    Golden.matches(
        "data/wrong-side",
        workspace.refusal("source = reviews.csv\nsplit.column = segment\n" + REVIEWS));
  }

  @Test
  void seriesThatAreNoneAreTold() throws IOException {
    workspace.with("series.csv", "a,b,y\n1 2,3 4,0\n1 x,3 4,1\n1 2,3,0\n1 2,3 4,1\n");
    Golden.matches(
        "data/wrong-series",
        workspace.refusal(
            """
            source = series.csv
            fields.s { kind = series, channels = [a, b] }
            target { kind = binary, column = y }
            """));
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() throws IOException {
    Golden.matches(
        "data/contradictions",
        workspace.refusal(
            """
            source = reviews.csv
            split { validation = 0.5, test = 0.5 }
            fields { nothing { kind = static }, series { kind = series } }
            """));
  }

  @Test
  void aFileToPredictThatLacksColumnsIsTold() throws IOException {
    workspace
        .with("reviews.csv", HEADER + "x,1,a,0\ny,2,a,1\nx,1,a,0\ny,2,a,1\n")
        .with("new.csv", "reviews,age,segment\nx,old,a\n")
        .with("newer.csv", "review,age,segment\nx,old,a\n");
    PreparedData data = workspace.prepare("source = reviews.csv\n" + REVIEWS);
    for (String name : new String[] {"new", "newer"}) {
      var source = workspace.config("source = " + name + ".csv\n").source();
      DataPipeline pipeline = new DataPipeline(name + ".csv", folder);
      Golden.matches(
          "data/predict-" + name,
          workspace.refusal(
              () -> pipeline.forPrediction(data.features(), Optional.empty(), source)));
    }
  }
}
