package org.braidml.runner.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways in which files are damaged: on disks, by programs that wrote them, and by hand.
 *
 * @param random the source of all chance
 */
record DamagedFile(SplittableRandom random) {

  /** What is done to a file. */
  enum Damage {
    BYTES_FLIPPED,
    CUT_SHORT,
    LINES_CUT,
    LINES_TWICE,
    QUOTES_ADDED,
    NULS_ADDED,
    WRONG_ENCODING,
    HEADER_ONLY,
    EMPTY,
    COLUMNS_DROPPED,
    BYTE_ORDER_MARK,
    WIDE_ENCODING,
    TYPE_CHANGES,
    COMMAS_IN_NUMBERS,
    INFINITIES,
    OLD_LINE_ENDS,
    BLANK_LINES,
    HUGE_LINE
  }

  /** Returns a damaged copy of the bytes of a text. */
  byte[] damaged(Damage damage, byte[] bytes) throws IOException {
    List<byte[]> lines = lines(bytes);
    int some = 1 + random.nextInt(5);
    return switch (damage) {
      case BYTES_FLIPPED -> flipped(bytes, some);
      case CUT_SHORT -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case LINES_CUT -> each(lines, some, line -> Arrays.copyOf(line, line.length / 2));
      case LINES_TWICE -> each(lines, some, line -> joined(line, "\n", line));
      case QUOTES_ADDED -> inserted(lines, some, "\"");
      case NULS_ADDED -> inserted(lines, some, "\0");
      case WRONG_ENCODING -> inserted(lines, some, "\u00e9\u00fc", StandardCharsets.ISO_8859_1);
      case HEADER_ONLY -> lines.get(0);
      case EMPTY -> new byte[0];
      case COLUMNS_DROPPED -> each(lines, some, DamagedFile::withoutLastValue);
      case BYTE_ORDER_MARK -> joined("\uFEFF".getBytes(StandardCharsets.UTF_8), "", bytes);
      case WIDE_ENCODING ->
          new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16);
      case TYPE_CHANGES -> secondHalf(lines, "\\d+(\\.\\d+)?", "many");
      case COMMAS_IN_NUMBERS -> secondHalf(lines, "(\\d)\\.(\\d)", "$1,$2");
      case INFINITIES ->
          each(lines, some, line -> replaced(line, "\\d+(\\.\\d+)?", infinity(), false));
      case OLD_LINE_ENDS -> replaced(bytes, "\r?\n", "\r", true);
      case BLANK_LINES -> each(lines, some, line -> joined(line, "\n\n", new byte[0]));
      case HUGE_LINE -> each(lines, 1, line -> joined(line, "x".repeat(3_000_000), line));
    };
  }

  private String infinity() {
    return List.of("inf", "-Infinity", "NaN", "1e999", "1e39", "0x10").get(random.nextInt(6));
  }

  /** Flips some bits of packed or plain bytes. */
  byte[] flipped(byte[] bytes, int times) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < times; i++) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static List<byte[]> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Stream.of(text.split("\n", -1))
        .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private byte[] each(List<byte[]> lines, int times, Change change) throws IOException {
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(lines.size());
      lines.set(at, change.of(lines.get(at)));
    }
    return together(lines);
  }

  private byte[] inserted(List<byte[]> lines, int times, String text) throws IOException {
    return inserted(lines, times, text, StandardCharsets.UTF_8);
  }

  private byte[] inserted(
      List<byte[]> lines, int times, String text, java.nio.charset.Charset charset)
      throws IOException {
    return each(
        lines,
        times,
        line -> {
          int at = random.nextInt(line.length + 1);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          out.write(line, 0, at);
          out.write(text.getBytes(charset));
          out.write(line, at, line.length - at);
          return out.toByteArray();
        });
  }

  private static byte[] secondHalf(List<byte[]> lines, String found, String instead)
      throws IOException {
    for (int at = lines.size() / 2; at < lines.size(); at++) {
      lines.set(at, replaced(lines.get(at), found, instead, true));
    }
    return together(lines);
  }

  private static byte[] replaced(byte[] bytes, String found, String instead, boolean all) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String other = all ? text.replaceAll(found, instead) : text.replaceFirst(found, instead);
    return other.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] withoutLastValue(byte[] line) {
    return replaced(line, "[,:\t][^,:\t]*$", "", false);
  }

  private static byte[] together(List<byte[]> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        out.write('\n');
      }
      out.write(lines.get(i));
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] one, String between, byte[] other) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, one, between.getBytes(StandardCharsets.UTF_8), other);
    return out.toByteArray();
  }

  private static void write(OutputStream out, byte[]... parts) throws IOException {
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  /** A change of a line. */
  @FunctionalInterface
  private interface Change {
    byte[] of(byte[] line) throws IOException;
  }
}
