package org.braidml.head;

import java.util.Locale;
import org.braidml.api.BuildContext;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;

/** What heads refuse, in the same words. */
final class Targets {

  private Targets() {}

  /** Refuses states: these heads read one encoding an example. */
  static void requireEncoding(String id, HeadInputSpec input, BuildContext context) {
    if (input instanceof StatesSpec) {
      throw context.refuse(
          '"' + id + "\" reads the merged encoding, not states",
          "set on = merged, or leave it out");
    }
  }

  /** The refusal of a target of another kind. */
  static SpecException wrongKind(
      String id, String predicts, TargetSpec target, BuildContext context) {
    return context.refuse(
        '"'
            + id
            + "\" predicts "
            + predicts
            + "; the target \""
            + target.name()
            + "\" is "
            + describe(target),
        "choose a head for that kind of target, for example " + word(target));
  }

  private static String describe(TargetSpec target) {
    if (!target.labels().isEmpty()) {
      return word(target) + " of " + target.labels().size() + " labels";
    }
    return target.classes().isEmpty()
        ? word(target)
        : word(target) + " of " + target.classes().size() + " classes";
  }

  private static String word(TargetSpec target) {
    String kind = target.kind().name().toLowerCase(Locale.ROOT);
    return target.stepsOf().isPresent() ? "per-step-" + kind : kind;
  }
}
