package org.braidml.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of a Java Flight Recorder file that fell into steps of training, by what they were in: a
 * call of the engine, or Java.
 */
final class Samples {

  private static final Set<String> EVENTS = Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
  private static final Set<String> ENGINES =
      Set.of("ai.djl.pytorch.jni.PyTorchLibrary", "ai.djl.mxnet.jna.JnaUtils");
  private static final String STEP = "org.braidml.runner.train.TrainingStep";
  private static final String OURS = "org.braidml.";

  private final Map<Place, Integer> counts = new HashMap<>();
  private int total;

  /**
   * What a sample was in.
   *
   * @param engine the engine's function, or "Java"
   * @param caller the method of Braid that led there
   */
  record Place(String engine, String caller) {}

  /** Reads a recording. */
  static Samples read(Path recording) throws IOException {
    Samples samples = new Samples();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        samples.add(file.readEvent());
      }
    }
    return samples;
  }

  private void add(RecordedEvent event) {
    if (!EVENTS.contains(event.getEventType().getName()) || event.getStackTrace() == null) {
      return;
    }
    List<RecordedMethod> methods =
        event.getStackTrace().getFrames().stream().map(RecordedFrame::getMethod).toList();
    if (methods.stream().noneMatch(method -> method.getType().getName().equals(STEP))) {
      return;
    }
    Optional<RecordedMethod> engine =
        methods.stream().filter(m -> ENGINES.contains(m.getType().getName())).findFirst();
    Optional<RecordedMethod> caller =
        methods.stream().filter(m -> m.getType().getName().startsWith(OURS)).findFirst();
    Place place =
        new Place(
            engine.map(RecordedMethod::getName).orElse("Java"),
            caller.map(Samples::said).orElse(""));
    counts.merge(place, 1, Integer::sum);
    total++;
  }

  private static String said(RecordedMethod method) {
    String type = method.getType().getName();
    String name = method.getName().startsWith("lambda$") ? "" : "." + method.getName();
    return type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "") + name;
  }

  /** Returns how many samples fell into steps. */
  int total() {
    return total;
  }

  /** Returns the places with the most samples, the most first. */
  List<Map.Entry<Place, Integer>> first(int limit) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Place, Integer>comparingByValue().reversed())
        .limit(limit)
        .toList();
  }
}
