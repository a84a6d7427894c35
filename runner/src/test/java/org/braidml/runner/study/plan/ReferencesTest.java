package org.braidml.runner.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.braidml.api.graph.EncoderNode;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simple models beside the variants of a study. */
final class ReferencesTest {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(ReferencesTest.class.getClassLoader()).found());

  @TempDir Path folder;

  @Test
  void theMeanReadsAllFieldsThatAreReadSideBySide() throws IOException {
    Files.writeString(
        folder.resolve("base.conf"),
        """
        data {
          source { type = reviews-made, rows = 200 }
          fields.words { kind = text, column = review }
          fields.tags { kind = text, column = tags }
          target { column = recommended, kind = binary }
        }
        model {
          inputs.words { type = embedding, size = 4 }
          inputs.tags { type = one-hot }
          encoders.both { inputs = [words, tags], type = lstm, hidden-size = 8 }
          merger.type = concat
          head.type = binary
        }
        """);
    Path file = folder.resolve("study.conf");
    Files.writeString(
        file,
        """
        base = "base.conf"
        metric = accuracy
        baseline = one
        seeds = 2
        variants = [{ name = one }, { name = two, set { training.epochs = 2 } }]
        """);
    Planned planned =
        new Planner(REGISTRY, new ExperimentReader(REGISTRY))
            .plan(
                file,
                new Planner.Options(
                    List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of()));
    Experiment mean = planned.experiments().get(2);
    EncoderNode both = mean.config().model().encoders().get("both");
    assertThat(both).isNotNull();
    assertThat(both.encoder().plugin().id()).isEqualTo("mean-embedding");
    assertThat(both.inputs()).containsExactly("words", "tags");
  }
}
