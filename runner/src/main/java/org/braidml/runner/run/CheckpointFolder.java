package org.braidml.runner.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.braidml.api.nn.Safetensors;
import org.braidml.runner.train.Checkpoint;
import org.braidml.runner.train.Checkpoints;
import org.braidml.runner.train.TrainingState;

/**
 * The checkpoints of a run: a folder each, named by the place in the order of data, with arrays as
 * safetensors, the rest as JSON, and the sums of both. A folder is made aside, forced to disk and
 * moved into place; the two newest that are whole stay.
 */
final class CheckpointFolder implements Checkpoints {

  private static final int KEPT = 2;
  private static final Pattern NAME = Pattern.compile("epoch-\\d{6,}-batch-\\d{8,}");

  private final Path folder;
  private final Consumer<String> told;
  private final Set<Path> damaged = new HashSet<>();

  /**
   * The checkpoints in a folder.
   *
   * @param folder need not be there
   * @param told hears which checkpoint is used, and which ones are not whole
   */
  CheckpointFolder(Path folder, Consumer<String> told) {
    this.folder = folder;
    this.told = told;
  }

  /**
   * Reads the newest one that is whole. One that was read and is not what was written is passed
   * over; one that cannot be read ends this, for it may be whole. Nothing is deleted.
   */
  @Override
  public Optional<Checkpoint> newest(NDManager manager) throws IOException {
    for (Path candidate : newestFirst()) {
      try {
        CheckpointManifest.verify(candidate);
        Checkpoint read = read(candidate, manager);
        TrainingState state = read.state();
        told.accept(
            state.batch() == 0
                ? "goes on after epoch " + (state.epoch() - 1)
                : "goes on in epoch " + state.epoch() + ", after batch " + state.batch());
        return Optional.of(read);
      } catch (DamagedCheckpointException e) {
        damaged.add(candidate);
        told.accept(
            "the checkpoint "
                + candidate.getFileName()
                + " is not whole ("
                + e.getMessage()
                + ") and is passed over");
      } catch (IOException e) {
        throw new IOException(candidate + ": cannot be read: " + reason(e), e);
      }
    }
    return Optional.empty();
  }

  private static Checkpoint read(Path from, NDManager manager) throws IOException {
    TrainingState state = Json.value(from.resolve(CheckpointManifest.STATE), TrainingState.class);
    Map<String, NDArray> arrays =
        Safetensors.read(from.resolve(CheckpointManifest.ARRAYS), manager);
    return new Checkpoint(state, arrays);
  }

  @Override
  public void write(Checkpoint checkpoint) throws IOException {
    TrainingState state = checkpoint.state();
    String name = String.format(Locale.ROOT, "epoch-%06d-batch-%08d", state.epoch(), state.batch());
    Path place = folder.resolve(name);
    Path aside = WholeFile.aside(place);
    try {
      Folders.delete(aside);
      Files.createDirectories(aside);
      Safetensors.write(aside.resolve(CheckpointManifest.ARRAYS), checkpoint.arrays(), Map.of());
      WholeFile.write(aside.resolve(CheckpointManifest.STATE), Json.line(state));
      CheckpointManifest.write(aside);
      Folders.remove(place);
      Folders.place(aside, place);
      damaged.remove(place);
      prune();
    } catch (IOException e) {
      discard(aside, e);
      throw new IOException(place + ": cannot be written: " + reason(e), e);
    }
  }

  /** Gives a full disk back what half a checkpoint took of it. */
  private static void discard(Path aside, IOException failure) {
    try {
      Folders.delete(aside);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
  }

  /** Older ones go, those that were found damaged, and what a kill left of others. */
  private void prune() throws IOException {
    List<Path> whole = newestFirst().stream().filter(path -> !damaged.contains(path)).toList();
    List<Path> kept = whole.subList(0, Math.min(KEPT, whole.size()));
    for (Path path : all()) {
      if (!kept.contains(path)) {
        Folders.delete(path);
      }
    }
  }

  private List<Path> newestFirst() throws IOException {
    return all().stream()
        .filter(path -> NAME.matcher(String.valueOf(path.getFileName())).matches())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private List<Path> all() throws IOException {
    try {
      if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
        return List.of();
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new IOException(folder + ": cannot be read: " + reason(e), e);
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }
}
