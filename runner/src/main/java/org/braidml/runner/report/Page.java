package org.braidml.runner.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page, as its template reads it.
 *
 * @param experiment the experiment's name
 * @param run the run's id
 * @param lead the result in a sentence a head
 * @param facts numbers about the run
 * @param heads a section each
 * @param curves how the run learned
 * @param epochs the same in numbers
 * @param attention one section an encoder that has weights
 * @param model its boxes
 * @param rows of the data
 * @param data lengths and classes
 * @param notes on the data
 * @param provenance versions, machine and hashes
 */
record Page(
    String experiment,
    String run,
    List<String> lead,
    List<Fact> facts,
    List<HeadSection> heads,
    List<Chart> curves,
    Table epochs,
    List<AttentionSection> attention,
    Table model,
    Table rows,
    List<Table> data,
    List<String> notes,
    Table provenance) {

  /** A number with its name. */
  record Fact(String name, String value) {}

  boolean trained() {
    return !epochs.empty();
  }

  boolean attended() {
    return !attention.isEmpty();
  }

  String caution() {
    return AttentionSection.CAUTION;
  }

  boolean noted() {
    return !notes.isEmpty();
  }

  /** Returns all charts. */
  List<Chart> charts() {
    return Stream.concat(heads.stream().flatMap(head -> head.charts().stream()), curves.stream())
        .toList();
  }
}
