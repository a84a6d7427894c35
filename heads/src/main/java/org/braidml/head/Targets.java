package org.braidml.head;

import java.util.Locale;
import org.braidml.api.TargetSpec;

/** Words about targets, for messages. */
final class Targets {

  private Targets() {}

  static String describe(TargetSpec target) {
    String kind = target.kind().name().toLowerCase(Locale.ROOT);
    return target.classes().isEmpty() ? kind : kind + " of " + target.classes().size() + " classes";
  }

  static String headFor(TargetSpec target) {
    return target.kind().name().toLowerCase(Locale.ROOT);
  }
}
