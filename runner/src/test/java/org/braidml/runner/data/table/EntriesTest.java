package org.braidml.runner.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of folders and archives, packed or not: none is left out, and none leaves its folder.
 */
final class EntriesTest {

  private static final Entries.Bounds SMALL = new Entries.Bounds(10, 25, 3);

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static TarArchiveEntry entry(String name, byte[] bytes) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    return entry;
  }

  /** An archive of files whose texts are their names, and of some more. */
  private static byte[] tar(TarArchiveEntry special, String... names) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive)) {
      for (String name : names) {
        byte[] text = name.endsWith(".gz") ? gzip(bytes(name)) : bytes(name);
        tar.putArchiveEntry(entry(name, text));
        tar.write(text);
        tar.closeArchiveEntry();
      }
      tar.putArchiveEntry(special);
      tar.closeArchiveEntry();
    }
    return archive.toByteArray();
  }

  private static byte[] tar(String... names) throws IOException {
    return tar(new TarArchiveEntry("empty-folder/"), names);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, bytes);
  }

  /** Returns the subject, the path and the text of each file. */
  private static List<String> read(Path path, Entries.Bounds bounds) throws IOException {
    List<String> read = new ArrayList<>();
    new Entries("*.txt*", bounds)
        .each(
            path,
            (entry, in) ->
                read.add(
                    entry.subject()
                        + " "
                        + entry.path()
                        + " "
                        + new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    return read;
  }

  private static List<String> read(Path path) throws IOException {
    return read(path, Entries.Bounds.USUAL);
  }

  @Test
  void filesInFoldersOfAFolderAreReadAndEachMayBePacked() throws IOException {
    file("set/b.txt", bytes("1"));
    file("set/a/c.txt.gz", gzip(bytes("2")));
    file("set/a/z/d.txt.zst", Zstd.compress(bytes("3")));
    file("set/notes.md", bytes("4"));
    List<String> all = List.of("c a/c.txt.gz 2", "d a/z/d.txt.zst 3", "b b.txt 1");
    assertThat(read(folder.resolve("set"))).isEqualTo(all);
    assertThat(read(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("set"))))
        .isEqualTo(all);
  }

  @Test
  void archivesMayBePackedAndSoMayTheirFiles() throws IOException {
    byte[] tar = tar("x/1.txt", "2.txt.gz", "3.md");
    List<String> all = List.of("1 x/1.txt x/1.txt", "2 2.txt.gz 2.txt.gz");
    assertThat(read(file("a.tar", tar))).isEqualTo(all);
    assertThat(read(file("a.tar.gz", gzip(tar)))).isEqualTo(all);
    assertThat(read(file("a.tgz", gzip(tar)))).isEqualTo(all);
    assertThat(read(file("a.tar.zst", Zstd.compress(tar)))).isEqualTo(all);
  }

  @Test
  void whatAnArchiveUnpacksToIsBounded() throws IOException {
    assertThat(read(file("a.tar", tar("1.txt", "2.txt")), SMALL)).hasSize(2);
    refused(tar("123456789.txt"), "\"123456789.txt\" has 13 bytes, of at most 10");
    refused(tar("1234567.txt.gz"), "of at most 10");
    refused(tar("123456.txt", "123457.txt", "12.txt"), "more than 3 files, or 25 bytes in all");
    refused(tar("1.txt", "2.txt", "3.txt", "4.txt"), "more than 3 files, or 25 bytes in all");
    byte[] zeros = gzip(new byte[2000]);
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive)) {
      tar.putArchiveEntry(entry("1.txt", zeros));
      tar.write(zeros);
      tar.closeArchiveEntry();
    }
    Path bomb = file("bomb.tar", archive.toByteArray());
    assertThatThrownBy(() -> read(bomb, new Entries.Bounds(1000, 9000, 3)))
        .isInstanceOf(IOException.class)
        .hasMessage("unpacked, it holds more than 1,000 bytes");
  }

  private void refused(byte[] tar, String why) throws IOException {
    Path archive = file("refused.tar", tar);
    assertThatThrownBy(() -> read(archive, SMALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
  }

  @Test
  void sparseFilesOfAnArchiveAreRefusedForTheirSizeIsNotWhatTheyUnpackTo() throws IOException {
    refused(
        tar(new TarArchiveEntry("1.txt", TarConstants.LF_GNUTYPE_SPARSE), "0.txt"),
        "the archive holds a sparse file, \"1.txt\", whose size is not what it unpacks to;"
            + " pack it anew without --sparse");
  }

  @Test
  void linksInAFolderAreRefusedAsThoseOfAnArchiveAre() throws IOException {
    Path outside = file("outside/1.txt", bytes("secret"));
    file("set/2.txt", bytes("2"));
    Path link = folder.resolve("set/a");
    for (Path target :
        List.of(outside, outside.resolveSibling(""), folder.resolve("set"), Path.of("no"))) {
      Files.createSymbolicLink(link, target);
      assertThatThrownBy(() -> read(folder.resolve("set")))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "the folder holds a link, \"a\", and links are not read; put the file itself there");
      Files.delete(link);
    }
    assertThat(read(folder.resolve("set"))).containsExactly("2 2.txt 2");
  }
}
