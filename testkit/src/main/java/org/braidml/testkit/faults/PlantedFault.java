package org.braidml.testkit.faults;

import java.util.List;
import java.util.function.Consumer;

/**
 * One planted fault under the check that is meant to find it, and what the failure must say. A
 * build that runs all of them knows that its contracts can fail:
 *
 * <pre>{@code
 * @EachEngine
 * void contractsNameEveryPlantedFault(String engine) {
 *   PlantedFault.all().forEach(fault -> fault.requireNamed(engine));
 * }
 * }</pre>
 *
 * @param name the method of {@link Faults} that plants it
 * @param check runs a contract's check of the faulty block on the engine of this name
 * @param words what the message of the failure must contain, all of them
 */
public record PlantedFault(String name, Consumer<String> check, List<String> words) {

  /** Keeps the words as they are now. */
  public PlantedFault {
    words = List.copyOf(words);
  }

  /** Returns every planted fault, some under several checks. */
  public static List<PlantedFault> all() {
    return FaultTable.ALL;
  }

  /**
   * Runs the check.
   *
   * @param engine {@code MXNet} or {@code PyTorch}, as {@link org.braidml.testkit.EachEngine} gives
   *     it
   * @throws AssertionError if the check does not fail, or its message does not name the fault
   */
  public void requireNamed(String engine) {
    String message = failure(engine);
    for (String word : words) {
      if (!message.contains(word)) {
        throw new AssertionError(
            "the planted fault "
                + name
                + " is found, but not named: \""
                + word
                + "\" is missing in\n"
                + message);
      }
    }
  }

  private String failure(String engine) {
    try {
      check.accept(engine);
    } catch (AssertionError found) {
      return String.valueOf(found.getMessage());
    }
    throw new AssertionError("the planted fault " + name + " is not found on " + engine);
  }

  /** The name of the fault, by which JUnit lists it. */
  @Override
  public String toString() {
    return name;
  }
}
