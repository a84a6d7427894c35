package org.braidml.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Choice;
import org.braidml.api.config.Samples.Adam;
import org.braidml.api.config.Samples.Broken;
import org.braidml.api.config.Samples.Manner;
import org.braidml.api.config.Samples.MeanPooling;
import org.braidml.api.config.Samples.Mixed;
import org.braidml.api.config.Samples.NestedPooling;
import org.braidml.api.config.Samples.Node;
import org.braidml.api.config.Samples.Padding;
import org.braidml.api.config.Samples.Pair;
import org.braidml.api.config.Samples.Root;
import org.braidml.api.config.Samples.Settings;
import org.braidml.api.config.Samples.Sgd;
import org.braidml.api.config.Samples.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinderTest {

  @TempDir Path folder;

  private ConfigObject file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("test.conf"), text);
    ConfigParseOptions strict = ConfigParseOptions.defaults().setAllowMissing(false);
    return ConfigFactory.parseFile(file.toFile(), strict).resolve().root();
  }

  private <R extends Record> R bound(Class<R> type, String text) throws IOException {
    Binder binder = new Binder(Samples.registry(), new DefaultValues());
    Optional<R> record = binder.bind(type, file(text), "");
    assertThat(binder.problems()).isEmpty();
    return record.orElseThrow();
  }

  private String refusal(Class<? extends Record> type, String text) throws IOException {
    Binder binder = new Binder(Samples.registry(), new DefaultValues());
    binder.bind(type, file(text), "");
    assertThat(binder.problems()).isNotEmpty();
    ConfigurationException refused = new ConfigurationException("test.conf", binder.problems());
    return String.valueOf(refused.getMessage()).replace(folder.toString() + "/", "");
  }

  @Test
  void anEmptyObjectHasEveryDefault() throws IOException {
    assertThat(bound(Settings.class, ""))
        .isEqualTo(
            new Settings(
                1,
                7,
                0.5,
                0.1,
                1.5,
                true,
                "some",
                Padding.SAME,
                Mixed.FAST,
                List.of(1),
                Optional.empty()));
  }

  @Test
  void everyScalarIsBound() throws IOException {
    String text =
        """
        count = 3.0, big = -9000000000, share = 0, rate = 1e-9, any = -1e300, on = false
        name = 12, padding = valid-only, mixed = Slow, sizes = [2, 9], most = -5
        """;
    assertThat(bound(Settings.class, text))
        .isEqualTo(
            new Settings(
                3,
                -9_000_000_000L,
                0,
                1e-9,
                -1e300,
                false,
                "12",
                Padding.VALID_ONLY,
                Mixed.SLOW,
                List.of(2, 9),
                Optional.of(-5)));
  }

  @Test
  void wrongTypesAreToldAllAtOnceWithTheirLines() throws IOException {
    Golden.matches(
        "wrong-types",
        refusal(
            Settings.class,
            """
            count = "3"
            big = 1.5
            share = half
            rate = .5
            any = [1]
            on = yes
            name = { a = 1 }
            sizes = 4
            most = "true"
            """));
  }

  @Test
  void valuesOutOfRangeAreToldWithEachKindOfBound() throws IOException {
    Golden.matches(
        "out-of-range",
        refusal(
            Settings.class,
            """
            count = 0
            big = 1e19
            share = 1
            rate = 0
            any = 1e999
            sizes = [1, 10, 0]
            most = 4
            """));
    assertThat(refusal(Settings.class, "count = 3000000000")).contains("at most 2147483647");
    assertThat(refusal(Settings.class, "share = -0.1")).contains("at least 0 and below 1");
  }

  @Test
  void unknownKeysAndChoicesAreToldWithTheNearest() throws IOException {
    Golden.matches(
        "unknown-keys",
        refusal(
            Settings.class,
            """
            cuont = 3
            Big = 2
            zzz = null
            padding = valid
            mixed = fast
            "a key" = 1
            """));
  }

  @Test
  void missingKeysAreToldWhereTheObjectStands() throws IOException {
    Golden.matches(
        "missing-keys",
        refusal(
            Root.class,
            """
            settings.count = null
            rule { type = sgd }
            source {
              heder = false
            }
            nodes {
              a { input = x }
              b { tpye = mean }
              c { type = null }
            }
            """));
  }

  @Test
  void unknownIdsListWhatWasFound() throws IOException {
    Golden.matches(
        "unknown-ids",
        refusal(
            Root.class,
            """
            rule { type = adma }
            nodes.a { type = means, scal = 2 }
            nodes."b c" { type = nested, inner { type = median } }
            chain = [{ type = mean }, { type = 3 }]
            """));
  }

  @Test
  void pathsLeadIntoListsMapsAndNestedPlugIns() throws IOException {
    Golden.matches(
        "paths",
        refusal(
            Root.class,
            """
            nodes.a { type = nested, inner { type = nested, inner { scale = -1 } }, widht = 2 }
            nodes.b { type = mean, inputt = x }
            nodes.d = 4
            chain = [{ type = mean }, { type = mean, scale = -2 }]
            numbers { one = [1], "t.w.o" = [1, x] }
            """));
  }

  @Test
  void aProblemOfARecordItselfIsToldAtItsObject() throws IOException {
    Golden.matches("record-refuses", refusal(Root.class, "pair {\n  low = 3\n  high = 2\n}"));
  }

  @Test
  void anErrorInARecordIsNoProblemOfTheUser() {
    Binder binder = new Binder(Samples.registry(), new DefaultValues());
    assertThatThrownBy(() -> binder.bind(Broken.class, file("n = 1"), ""))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("a bug 1");
  }

  @Test
  void aSealedInterfaceBindsTheRecordOfItsTypeOrOfTheDefault() throws IOException {
    assertThat(bound(Root.class, "rule {}").rule()).contains(new Adam(0.001));
    assertThat(bound(Root.class, "rule { rate = 2 }").rule()).contains(new Adam(2));
    assertThat(bound(Root.class, "rule { type = sgd, rate = 2 }").rule()).contains(new Sgd(2, 0));
    assertThat(refusal(Root.class, "rule { type = sgd, rate = 2, beta = 1 }"))
        .contains("rule.beta: unknown key");
  }

  @Test
  void aStringMayStandForARecordWithAShorthand() throws IOException {
    assertThat(bound(Root.class, "source = a.csv").source()).contains(source("a.csv", true));
    assertThat(refusal(Root.class, "source = 3")).contains("expected an object in braces");
    assertThat(refusal(Root.class, "pair = text")).contains("expected an object in braces");
  }

  @Test
  void nullRemovesAnEntryOfAMapAndAnOptional() throws IOException {
    Root root =
        bound(Root.class, "nodes { a.type = mean, b = null }, pair = null, settings.most = null");
    assertThat(root.nodes()).containsOnlyKeys("a");
    assertThat(root.pair()).isEmpty();
    assertThat(root.settings().most()).isEmpty();
    assertThat(root.settings().count()).isEqualTo(1);
  }

  @Test
  void anInlinedPlugInSharesItsObjectWithItsNode() throws IOException {
    Node node =
        bound(Root.class, "nodes.a { input = x, type = nested, label = l }").nodes().get("a");
    assertThat(node).isNotNull();
    assertThat(node.input()).contains("x");
    assertThat(node.pooling().path()).isEqualTo("nodes.a");
    NestedPooling.NestedConfig config = (NestedPooling.NestedConfig) node.pooling().config();
    assertThat(config.label()).contains("l");
    assertThat(config.width()).isEqualTo(4);
    Choice<?> inner = config.inner();
    assertThat(inner.path()).isEqualTo("nodes.a.inner");
    assertThat(inner.config()).isEqualTo(new MeanPooling.MeanConfig(2));
  }

  @Test
  void anInlinedRecordGroupsSomeKeysOfItsOwner() throws IOException {
    Source plain = bound(Source.class, "path = a.csv, header = false");
    assertThat(plain).isEqualTo(source("a.csv", false));
    assertThat(Rendered.of(plain).unwrapped()).isEqualTo(Map.of("path", "a.csv", "header", false));
    assertThat(refusal(Source.class, "path = a.csv, head = false"))
        .contains("head: unknown key", "did you mean \"header\"?", "choices: path, header");
    assertThat(refusal(Source.class, "path = a.csv, header = 1")).contains("header = 1");
  }

  private static Source source(String path, boolean header) {
    return new Source(path, new Manner(header));
  }

  @Test
  void anotherTypeThanTheDefaultTakesNothingOfIt() throws IOException {
    String chosen = "nodes.a { type = nested, inner { type = nested } }";
    NestedPooling.NestedConfig outer =
        (NestedPooling.NestedConfig)
            bound(Root.class, chosen).nodes().values().iterator().next().pooling().config();
    NestedPooling.NestedConfig inner = (NestedPooling.NestedConfig) outer.inner().config();
    assertThat(inner.inner().config()).isEqualTo(new MeanPooling.MeanConfig(2));
    assertThat(bound(Root.class, "pair { low = 1, high = 1 }").pair()).contains(new Pair(1, 1));
  }
}
