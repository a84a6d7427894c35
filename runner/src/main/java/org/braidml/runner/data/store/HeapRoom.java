package org.braidml.runner.data.store;

import org.jspecify.annotations.Nullable;

/**
 * The part of the heap that all columns of a file share, an eighth: a wide table would else fill
 * it, small as each of its columns is. No more columns than a process may have files go to files;
 * the rest stay in the heap. Used by one thread.
 */
public final class HeapRoom {

  /** What a text takes beside its characters. */
  private static final int BESIDE = 48;

  /** What its place in a list takes. */
  private static final int PLACE = 8;

  private static final int MOST_FILES = 1000;

  private long left;
  private int files;

  /** All of it. */
  public HeapRoom() {
    this(Runtime.getRuntime().maxMemory() / 8);
  }

  /** So many bytes. */
  HeapRoom(long bytes) {
    left = bytes;
  }

  /** Returns about how many bytes a text takes, null if it is missing. */
  static long ofText(@Nullable String text) {
    return PLACE + (text == null ? 0 : (long) BESIDE + text.length());
  }

  /** Returns whether one more column may go to files. */
  boolean takeFile() {
    return files++ < MOST_FILES;
  }

  /** Takes bytes; returns whether there was room for them. */
  boolean take(long bytes) {
    left -= bytes;
    return left >= 0;
  }

  /** Gives back bytes that were taken. */
  void give(long bytes) {
    left += bytes;
  }
}
