package org.braidml.runner.data.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.braidml.api.graph.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Batches that a thread of its own assembles ahead, a few at most. Consumed by one thread, which
 * closes it; what goes wrong in assembly is thrown to the consumer, in its place.
 */
public final class BatchStream implements Iterator<Batch>, AutoCloseable {

  private final BlockingQueue<Item> queue;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Item next;

  /**
   * A stream.
   *
   * @param batches assembles a batch whenever asked for one; used by the stream's thread only
   * @param ahead how many batches may wait
   */
  public BatchStream(Iterator<Batch> batches, int ahead) {
    queue = new ArrayBlockingQueue<>(ahead);
    thread = new Thread(() -> assemble(batches), "braid-batches");
    thread.setDaemon(true);
    thread.start();
  }

  private void assemble(Iterator<Batch> batches) {
    try {
      try {
        while (!closed && batches.hasNext()) {
          queue.put(new Item(batches.next(), null));
        }
        queue.put(new Item(null, null));
      } catch (RuntimeException | Error e) {
        queue.put(new Item(null, e));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: nobody waits for more
    }
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    Item item = next == null ? take() : next;
    next = item;
    if (item.failure instanceof RuntimeException e) {
      throw e;
    }
    if (item.failure instanceof Error e) {
      throw e;
    }
    return item.batch != null;
  }

  @Override
  public Batch next() {
    if (!hasNext() || next == null || next.batch == null) {
      throw new NoSuchElementException("no batch is left");
    }
    Batch batch = next.batch;
    next = null;
    return batch;
  }

  private Item take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
    }
  }

  /** Ends the thread; batches that wait are dropped. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    queue.clear();
  }

  /**
   * Waits for the thread to end.
   *
   * @param milliseconds how long at most
   * @return whether it has ended
   */
  public boolean ended(long milliseconds) throws InterruptedException {
    thread.join(milliseconds);
    return !thread.isAlive();
  }

  /** A batch, a failure, or the end. */
  private record Item(@Nullable Batch batch, @Nullable Throwable failure) {}
}
