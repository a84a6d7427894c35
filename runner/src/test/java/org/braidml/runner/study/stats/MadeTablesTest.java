package org.braidml.runner.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 10,000 made tables of scores whose truth is known. A rate of .05 over so many has a standard
 * error of .0022; the seed is fixed, so that a bound of two of them does not fail by chance.
 */
final class MadeTablesTest {

  private static final int TABLES = 10_000;
  private static final int SEEDS = 10;

  /** Scores of variants that share what each seed brings, less those of a baseline. */
  private static List<double[]> differences(Random random, int seeds, double... effects) {
    double[] baseline = new double[seeds];
    for (int s = 0; s < seeds; s++) {
      baseline[s] = random.nextGaussian();
    }
    List<double[]> differences = new ArrayList<>();
    for (double effect : effects) {
      double[] paired = new double[seeds];
      for (int s = 0; s < seeds; s++) {
        paired[s] = effect + random.nextGaussian() - baseline[s];
      }
      differences.add(paired);
    }
    return differences;
  }

  /** The share of tables in which a comparison without an effect is shown. */
  private static double falseAlarms(long seed, double... effects) {
    Random random = new Random(seed);
    Family family = new Family(effects.length, 0.05, 0);
    int alarms = 0;
    for (int t = 0; t < TABLES; t++) {
      List<Comparison> all = family.compare(differences(random, SEEDS, effects));
      boolean alarm = false;
      for (int i = 0; i < effects.length; i++) {
        alarm |= effects[i] == 0 && all.get(i).shown();
      }
      alarms += alarm ? 1 : 0;
    }
    return (double) alarms / TABLES;
  }

  @Test
  void aSingleComparisonAlarmsFalselyInFiveOfAHundred() {
    assertThat(falseAlarms(1, 0)).isBetween(0.045, 0.055);
  }

  @Test
  void severalComparisonsTogetherAlarmFalselyInAtMostFiveOfAHundred() {
    assertThat(falseAlarms(2, 0, 0, 0, 0, 0)).isBetween(0.02, 0.055);
    assertThat(falseAlarms(3, 0, 3, 3, 0, 0)).isBetween(0.02, 0.055);
    assertThat(falseAlarms(4, 3, 3, 3, 3, 0)).isBetween(0.04, 0.055);
  }

  @Test
  void theSimultaneousIntervalsCoverAllEffectsTogether() {
    double[] effects = {0, 0.5, 2, 0, -1};
    Random random = new Random(5);
    Family family = new Family(effects.length, 0.05, 0);
    int covered = 0;
    for (int t = 0; t < TABLES; t++) {
      List<Comparison> all = family.compare(differences(random, SEEDS, effects));
      boolean every = true;
      for (int i = 0; i < effects.length; i++) {
        every &= all.get(i).interval().contains(effects[i]);
      }
      covered += every ? 1 : 0;
    }
    assertThat((double) covered / TABLES).isGreaterThan(0.945);
  }

  @Test
  void anIntervalWithoutZeroIsAlwaysShown() {
    Random random = new Random(6);
    Family family = new Family(4, 0.05, 0);
    for (int t = 0; t < TABLES; t++) {
      for (Comparison one : family.compare(differences(random, SEEDS, 0, 1, 1.5, 2))) {
        assertThat(one.shown() || one.interval().contains(0)).isTrue();
      }
    }
  }

  @Test
  void thePowerAtOneDeviationIsThatOfTheNoncentralT() {
    for (int seeds : new int[] {5, 10, 20}) {
      Random random = new Random(seeds);
      Family family = new Family(1, 0.05, 0);
      int shown = 0;
      for (int t = 0; t < TABLES; t++) {
        double[] paired = new double[seeds];
        for (int s = 0; s < seeds; s++) {
          paired[s] = 1 + random.nextGaussian();
        }
        shown += family.compare(List.of(paired)).get(0).shown() ? 1 : 0;
      }
      double expected = Power.of(seeds - 1, Math.sqrt(seeds), 0.05);
      assertThat((double) shown / TABLES).isCloseTo(expected, within(0.02));
    }
  }

  /** Half of the rows drawn anew to test: trials share rows, and the plain t test is fooled. */
  @Test
  void theCorrectedTestHoldsItsLevelWhereTrialsShareRows() {
    Random random = new Random(7);
    int plain = 0;
    int corrected = 0;
    int tables = 2_000;
    for (int t = 0; t < tables; t++) {
      double[] rows = random.doubles(200).map(u -> u - 0.5).toArray();
      double[] paired = new double[SEEDS];
      for (int s = 0; s < SEEDS; s++) {
        for (int i = 0; i < 100; i++) {
          paired[s] += rows[random.nextInt(rows.length)] / 100;
        }
      }
      plain += PairedT.paired(paired).p() <= 0.05 ? 1 : 0;
      corrected += PairedT.corrected(1, paired).p() <= 0.05 ? 1 : 0;
    }
    assertThat((double) plain / tables).isGreaterThan(0.1);
    assertThat((double) corrected / tables).isLessThan(0.055);
  }
}
