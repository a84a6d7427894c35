package org.braidml.runner.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverridesTest {

  private final Overrides overrides = new Overrides();

  private Config over(String file, String... sets) {
    List<Layer> layers = overrides.layers(List.of(sets));
    return overrides.over(ConfigFactory.parseString(file), layers).resolve();
  }

  private static Config of(String text) {
    return ConfigFactory.parseString(text).resolve();
  }

  @Test
  void numbersBooleansListsObjectsAndNullAreHocon() {
    assertThat(over("", "a=1", "b=-1.5e3", "c=true", "d=[1, x]", "e={f = 1}", "g=null", "h=\"1\""))
        .isEqualTo(
            of("a = 1, b = -1500.0, c = true, d = [1, x], e { f = 1 }, g = null, h = \"1\""));
  }

  @Test
  void allElseIsTextAsItStands() {
    Config config =
        over(
            "",
            "a=/data/in 1/x.csv",
            "b=C:\\data\\x.csv",
            "c=x=y",
            "d=Review Text #2",
            "e=1,f=2",
            "g=",
            "h=a: b",
            "i=${x}");
    assertThat(config.getString("a")).isEqualTo("/data/in 1/x.csv");
    assertThat(config.getString("b")).isEqualTo("C:\\data\\x.csv");
    assertThat(config.getString("c")).isEqualTo("x=y");
    assertThat(config.getString("d")).isEqualTo("Review Text #2");
    assertThat(config.getString("e")).isEqualTo("1,f=2");
    assertThat(config.getString("g")).isEmpty();
    assertThat(config.getString("h")).isEqualTo("a: b");
    assertThat(config.getString("i")).isEqualTo("${x}");
    assertThat(config.root()).doesNotContainKey("f");
  }

  @Test
  void aKeyMayBeQuoted() {
    assertThat(over("", "a.\"b.c\".d=1")).isEqualTo(of("a.\"b.c\".d = 1"));
  }

  @Test
  void aLaterOverrideWinsAndOthersStay() {
    assertThat(over("a { x = 1, y = 1 }", "a.x=2", "a.x=3", "b=4"))
        .isEqualTo(of("a { x = 3, y = 1 }, b = 4"));
  }

  @Test
  void eachOverrideHasItsOwnOrigin() {
    Config config = over("a.x = 1", "a.x=2", "b.c.d=[1]");
    assertThat(config.getValue("a.x").origin().description()).startsWith("--set #1");
    assertThat(config.getValue("b").origin().description()).isEqualTo("--set #2");
    assertThat(config.getValue("b.c.d").origin().description()).startsWith("--set #2");
  }

  @Test
  void whatIsNoAssignmentIsAProblem() {
    assertThat(over("a = 1", "nonsense", "=3", "a..b=1", "b=2")).isEqualTo(of("a = 1, b = 2"));
    assertThat(overrides.problems())
        .extracting(problem -> problem.path() + " " + problem.value() + " " + problem.what())
        .containsExactly(
            "--set #1 \"nonsense\" expected key=value",
            "--set #2 \"=3\" expected key=value",
            "--set #3 \"a..b=1\" \"a..b\" cannot be a key");
  }

  @Test
  void anotherTypeDropsTheKeysOfTheOldOneAndListsThem() {
    String file = "training.optimizer { type = adam, beta1 = 0.8, learning-rate = 0.1 }";
    assertThat(over(file, "training.optimizer.type=sgd"))
        .isEqualTo(of("training.optimizer.type = sgd"));
    assertThat(overrides.notes())
        .containsExactly(
            "--set #1 changes training.optimizer.type from adam to sgd;"
                + " dropped with it: beta1, learning-rate");
  }

  @Test
  void theKeysOfTheNodeStayWhenItsPlugInChanges() {
    String file =
        """
        model.encoders.a {
          type = lstm, hidden-size = 4, input = x, condition-on = b, transforms = [], projections = []
        }
        model.head { type = binary, target = t, on = merged, weight = 2, units = [1] }
        """;
    assertThat(over(file, "model.encoders.a.type=gru", "model.head={type = regression}"))
        .isEqualTo(
            of(
                """
                model.encoders.a {
                  type = gru, input = x, condition-on = b, transforms = [], projections = []
                }
                model.head { type = regression, target = t, on = merged, weight = 2 }
                """));
    assertThat(overrides.notes())
        .containsExactly(
            "--set #1 changes model.encoders.a.type from lstm to gru;"
                + " dropped with it: hidden-size",
            "--set #2 changes model.head.type from binary to regression;"
                + " dropped with it: units");
  }

  @Test
  void keysSetBesideANewTypeStayWhateverTheirOrder() {
    String file = "p { type = a, x = 1 }";
    Config expected = of("p { type = b, y = 2 }");
    assertThat(over(file, "p.type=b", "p.y=2")).isEqualTo(expected);
    assertThat(over(file, "p.y=2", "p.type=b")).isEqualTo(expected);
  }

  @Test
  void aTypeSetTwiceDropsWhatBelongedToTheFirst() {
    assertThat(over("p { type = a, x = 1 }", "p={type = b, y = 2}", "p.type=c"))
        .isEqualTo(of("p { type = c }"));
  }

  @Test
  void theSameTypeDropsNothing() {
    assertThat(over("p { type = a, x = 1 }", "p.type=a")).isEqualTo(of("p { type = a, x = 1 }"));
    assertThat(overrides.notes()).isEmpty();
  }

  @Test
  void aKeyOfASourceThatIsAStringMakesTheStringItsPath() {
    assertThat(over("data.source = x.csv", "data.source.delimiter=;"))
        .isEqualTo(of("data.source { path = x.csv, delimiter = \";\" }"));
    assertThat(over("data.source = x.csv", "data.source=y.csv", "data.source.encoding=UTF-16"))
        .isEqualTo(of("data.source { path = y.csv, encoding = UTF-16 }"));
  }

  @Test
  void aSubstitutionOfTheFileSeesTheOverride() {
    assertThat(over("n = 1, m = ${n}", "n=2")).isEqualTo(of("n = 2, m = 2"));
  }
}
