package org.braidml.benchmarks.resume;

/**
 * One kill of a run.
 *
 * @param after the newest checkpoint that was whole
 * @param whileWriting whether a part of a later one was left
 */
record Kill(String after, boolean whileWriting) {}
