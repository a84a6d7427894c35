package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commit that is checked out around a folder, read from git's own files. */
final class GitFacts {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}");
  private static final Pattern LINK = Pattern.compile("(?:gitdir|ref): (.+)");

  private GitFacts() {}

  /** Returns the commit; empty outside of a checkout, or in a new one without any. */
  static Optional<String> commit(Path folder) {
    for (@Nullable Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.exists(git)) {
        try {
          return head(Files.isDirectory(git) ? git : at.resolve(linked(git)));
        } catch (IOException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> head(Path git) throws IOException {
    String head = text(git.resolve("HEAD"));
    if (COMMIT.matcher(head).matches()) {
      return Optional.of(head);
    }
    String ref = linked(git.resolve("HEAD"));
    Path common = git.resolve("commondir");
    Path refs = Files.exists(common) ? git.resolve(text(common)).normalize() : git;
    Path loose = refs.resolve(ref);
    return Files.isRegularFile(loose)
        ? Optional.of(text(loose))
        : packed(refs.resolve("packed-refs"), ref);
  }

  private static Optional<String> packed(Path file, String ref) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.endsWith(" " + ref))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    }
  }

  private static String linked(Path file) throws IOException {
    Matcher link = LINK.matcher(text(file));
    if (!link.matches()) {
      throw new IOException(file + " leads nowhere");
    }
    return link.group(1);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }
}
