package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyPlacesTest {

  private static final String TEXT =
      """
      model {
        encoders.review {
          transforms = [
            { type = a }
            { type = b,
              width = 3 }
          ]
        }
        "a b".c = 1
      }
      """;

  @TempDir Path folder;

  private Config file(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return ConfigFactory.parseFile(
        file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
  }

  private String where(Config config, String path) {
    return String.valueOf(new KeyPlaces(config.root()).of(path)).replace(folder + "/", "");
  }

  @Test
  void aKeyIsFoundThroughListsAndQuotes() throws IOException {
    Config config = file("a.conf", TEXT);
    assertThat(where(config, "model.encoders.review.transforms[1].width")).isEqualTo("a.conf:6");
    assertThat(where(config, "model.encoders.review.transforms[0]")).isEqualTo("a.conf:4");
    assertThat(where(config, "model.\"a b\".c")).isEqualTo("a.conf:9");
  }

  @Test
  void aMissingKeyStandsWhereItsObjectDoes() throws IOException {
    Config config = file("a.conf", TEXT);
    assertThat(where(config, "model.encoders.review.condition-on")).isEqualTo("a.conf:2");
    assertThat(where(config, "model.encoders.review.transforms[7].type")).isEqualTo("a.conf:3");
    assertThat(where(config, "model.head.target")).isEqualTo("a.conf:1");
  }

  @Test
  void whatIsNoKeyHasNoPlace() throws IOException {
    Config config = file("a.conf", TEXT);
    assertThat(where(config, "training.epochs")).isEqualTo("null");
    assertThat(where(config, "")).isEqualTo("null");
    assertThat(where(config, "--set #1")).isEqualTo("null");
  }

  @Test
  void anObjectOfTwoOriginsHasBothPlacesAndItsKeysHaveTheirOwn() throws IOException {
    Config both = file("b.conf", "\nm { x = 1 }").withFallback(file("a.conf", "m { y = 2 }"));
    assertThat(where(both, "m.z")).isEqualTo("a.conf:1 and b.conf:2");
    assertThat(where(both, "m.x")).isEqualTo("b.conf:2");
    assertThat(where(both, "m.y")).isEqualTo("a.conf:1");
  }

  @Test
  void anIncludedFileIsNamed() throws IOException {
    file("base.conf", "\n\nm.x = 1");
    Config config = file("a.conf", "include \"base.conf\"\nm.y = 2");
    assertThat(where(config, "m.x")).isEqualTo("base.conf:3");
  }

  @Test
  void onlyProblemsWithoutAPlaceGetOne() throws IOException {
    Problem placed = Problem.at("model").what("x").where("data.csv:3").build();
    Problem open = Problem.at("model").what("x").build();
    List<Problem> told = new KeyPlaces(file("a.conf", TEXT).root()).complete(List.of(placed, open));
    assertThat(told.get(0)).isEqualTo(placed);
    assertThat(told.get(1).where()).endsWith("a.conf:1");
  }
}
