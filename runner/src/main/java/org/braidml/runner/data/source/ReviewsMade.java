package org.braidml.runner.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.braidml.runner.data.RandomStream;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Made reviews that show what fusion is worth, because the best reachable accuracies are known.
 *
 * <p>The text tells whether the writer liked the thing ({@link MadeText}). Whether the writer
 * recommends it depends on who writes:
 *
 * <ul>
 *   <li>{@code everyday} (60 in 100): recommends what is liked;
 *   <li>{@code gift} (30 in 100): recommends below the age of 48 and not from it on, liked or not;
 *   <li>{@code collector} (10 in 100): recommends what is <em>not</em> liked.
 * </ul>
 *
 * Then 5 of 100 labels are turned round. Age, segment and liking are independent. Text alone,
 * static features alone, and a sum of both without an interaction all fall short of both together.
 */
public final class ReviewsMade {

  private static final double NOISE = 0.05;
  private static final int YOUNGEST = 18;
  private static final int AGES = 60;
  private static final int TURN = 48;

  private ReviewsMade() {}

  /**
   * Returns a table: columns {@code review}, {@code age}, {@code segment}, {@code recommended} (yes
   * or no).
   *
   * @param rows how many
   * @param seed the seed; each row has a stream of its own, so that more rows only add rows
   */
  public static Table table(int rows, long seed) {
    List<Review> reviews =
        Stream.iterate(0, i -> i + 1).limit(rows).map(i -> one(seed, i)).toList();
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("review", column(reviews, Review::text));
    columns.put("age", column(reviews, review -> String.valueOf(review.age())));
    columns.put("segment", column(reviews, review -> review.segment().word()));
    columns.put("recommended", column(reviews, review -> review.recommended() ? "yes" : "no"));
    return Table.of(
        List.copyOf(columns.keySet()), columns, row -> "reviews-made, row " + (row + 1));
  }

  private static Column column(List<Review> reviews, Function<Review, String> value) {
    return Column.of(reviews.stream().map(value).toArray(String[]::new));
  }

  private static Review one(long seed, int row) {
    RandomStream random = RandomStream.of(seed, row);
    boolean liked = random.nextDouble() < 0.5;
    int age = YOUNGEST + random.nextInt(AGES);
    Segment segment = Segment.at(random.nextDouble());
    boolean turned = random.nextDouble() < NOISE;
    boolean recommended = segment.recommends(liked, age) != turned;
    return new Review(MadeText.of(liked, random), age, segment, recommended);
  }

  /** Returns the best accuracies that can be reached, computed from the rule above. */
  public static Ceilings ceilings() {
    double[] liked = new double[2];
    double statics = 0;
    for (Segment segment : Segment.values()) {
      for (int age = YOUNGEST; age < YOUNGEST + AGES; age++) {
        double weight = segment.share / AGES;
        double ifLiked = chance(segment.recommends(true, age));
        double ifNot = chance(segment.recommends(false, age));
        liked[0] += weight * ifNot;
        liked[1] += weight * ifLiked;
        statics += weight * best((ifLiked + ifNot) / 2);
      }
    }
    return new Ceilings((best(liked[0]) + best(liked[1])) / 2, statics, 1 - NOISE);
  }

  private static double chance(boolean recommends) {
    return recommends ? 1 - NOISE : NOISE;
  }

  private static double best(double chance) {
    return Math.max(chance, 1 - chance);
  }

  /**
   * The best reachable accuracies.
   *
   * @param text from the review only
   * @param statics from age and segment only
   * @param both from all
   */
  public record Ceilings(double text, double statics, double both) {}

  private record Review(String text, int age, Segment segment, boolean recommended) {}

  /** Who writes. */
  private enum Segment {
    EVERYDAY(0.60),
    GIFT(0.30),
    COLLECTOR(0.10);

    private final double share;

    Segment(double share) {
      this.share = share;
    }

    static Segment at(double point) {
      double rest = point;
      for (Segment segment : values()) {
        rest -= segment.share;
        if (rest < 0) {
          return segment;
        }
      }
      return COLLECTOR;
    }

    boolean recommends(boolean liked, int age) {
      return switch (this) {
        case EVERYDAY -> liked;
        case GIFT -> age < TURN;
        case COLLECTOR -> !liked;
      };
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
