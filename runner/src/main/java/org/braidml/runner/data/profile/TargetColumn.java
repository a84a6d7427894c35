package org.braidml.runner.data.profile;

import java.util.Collection;
import java.util.List;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;

/**
 * A column that holds a target of one value a row.
 *
 * @param name its name
 * @param number whether it is a number, and no class
 */
public record TargetColumn(String name, boolean number) {

  /** Returns the columns of targets; those of one value a step are left out. */
  static List<TargetColumn> of(Collection<TargetConfig> targets) {
    return targets.stream()
        .filter(target -> !(target instanceof StepTargetConfig))
        .flatMap(
            target ->
                target.sourceColumns().stream()
                    .map(column -> new TargetColumn(column, isNumber(target))))
        .toList();
  }

  private static boolean isNumber(TargetConfig target) {
    return target instanceof RegressionTargetConfig || target instanceof CountTargetConfig;
  }
}
