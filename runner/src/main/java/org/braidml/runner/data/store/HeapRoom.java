package org.braidml.runner.data.store;

/**
 * The part of the heap that all columns of a file share, an eighth: a wide table would else fill
 * it, small as each of its columns is. Used by one thread.
 */
public final class HeapRoom {

  /** What a text takes beside its characters, its place in a list included. */
  private static final int BESIDE = 56;

  private long left;

  /** All of it. */
  public HeapRoom() {
    this(Runtime.getRuntime().maxMemory() / 8);
  }

  /** So many bytes. */
  HeapRoom(long bytes) {
    left = bytes;
  }

  /** Returns about how many bytes a text of so many characters takes. */
  static long ofText(int characters) {
    return (long) BESIDE + characters;
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
