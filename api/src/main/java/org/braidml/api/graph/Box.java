package org.braidml.api.graph;

/**
 * One box of a model, for the table that {@code braid check} prints.
 *
 * @param path where it stands, for example {@code encoders.review}
 * @param type the id of the plug-in or core choice
 * @param reads what it reads, by name
 * @param inputShape for example {@code (B, T, 128)}
 * @param outputWidth the width of what it gives
 * @param sequence whether it gives a sequence {@code (B, T, width)} rather than {@code (B, width)}
 * @param parameters how many numbers it learns
 */
public record Box(
    String path,
    String type,
    String reads,
    String inputShape,
    int outputWidth,
    boolean sequence,
    long parameters) {

  /** Returns the shape of what it gives. */
  public String outputShape() {
    return sequence ? "(B, T, " + outputWidth + ")" : "(B, " + outputWidth + ")";
  }
}
