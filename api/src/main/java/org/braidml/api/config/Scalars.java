package org.braidml.api.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds numbers, booleans, strings and enums. */
final class Scalars {

  private final List<Problem> problems;

  Scalars(List<Problem> problems) {
    this.problems = problems;
  }

  @Nullable Object bind(Class<?> type, ConfigValue value, String path, @Nullable Range range) {
    if (type == String.class) {
      return string(value, path);
    }
    if (type == boolean.class || type == Boolean.class) {
      return value.valueType() == ConfigValueType.BOOLEAN
          ? value.unwrapped()
          : wrongType(value, path, "true or false");
    }
    if (type.isEnum()) {
      return constant(type, value, path);
    }
    return number(type, value, path, range);
  }

  @Nullable Object wrongType(ConfigValue value, String path, String expected) {
    boolean quoted =
        value.valueType() == ConfigValueType.STRING
            && String.valueOf(value.unwrapped())
                .matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?|true|false");
    problems.add(
        Problem.at(path)
            .value(Origins.shown(value))
            .what("expected " + expected + ", found " + article(value))
            .where(Origins.where(value))
            .remedy(quoted ? "write it without quotes" : null)
            .build());
    return null;
  }

  private @Nullable Object string(ConfigValue value, String path) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> String.valueOf(value.unwrapped());
      default -> wrongType(value, path, "text");
    };
  }

  private @Nullable Object constant(Class<?> type, ConfigValue value, String path) {
    Object[] constants = type.getEnumConstants();
    String wanted = String.valueOf(value.unwrapped());
    for (Object constant : constants) {
      if (Names.ofConstant(constant).equals(wanted)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(constants).map(Names::ofConstant).toList();
    problems.add(
        Problem.at(path)
            .value(Origins.shown(value))
            .what("not one of the choices")
            .where(Origins.where(value))
            .choices(wanted, names)
            .build());
    return null;
  }

  private @Nullable Object number(
      Class<?> type, ConfigValue value, String path, @Nullable Range range) {
    boolean whole = type == int.class || type == Integer.class;
    boolean wide = type == long.class || type == Long.class;
    if (value.valueType() != ConfigValueType.NUMBER) {
      return wrongType(value, path, whole || wide ? "a whole number" : "a number");
    }
    Number number = (Number) value.unwrapped();
    double asDouble = number.doubleValue();
    if ((whole || wide) && asDouble != Math.rint(asDouble)) {
      return wrongType(value, path, "a whole number");
    }
    if (whole && asDouble != number.intValue()) {
      return outOfRange(value, path, "between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
    }
    if (!Double.isFinite(asDouble) || (range != null && !inside(asDouble, range))) {
      return outOfRange(value, path, range == null ? "finite" : described(range));
    }
    if (whole) {
      return number.intValue();
    }
    return wide ? (Object) number.longValue() : (Object) asDouble;
  }

  private static boolean inside(double value, Range range) {
    boolean low = range.aboveMin() ? value > range.min() : value >= range.min();
    boolean high = range.belowMax() ? value < range.max() : value <= range.max();
    return low && high;
  }

  /** Returns a range in words, for example {@code at least 0 and below 1}. */
  static String described(Range range) {
    String low =
        Double.isInfinite(range.min())
            ? ""
            : (range.aboveMin() ? "above " : "at least ") + plain(range.min());
    String high =
        Double.isInfinite(range.max())
            ? ""
            : (range.belowMax() ? "below " : "at most ") + plain(range.max());
    return low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private @Nullable Object outOfRange(ConfigValue value, String path, String rule) {
    problems.add(
        Problem.at(path)
            .value(Origins.shown(value))
            .what("out of range: must be " + rule)
            .where(Origins.where(value))
            .build());
    return null;
  }

  private static String article(ConfigValue value) {
    return switch (value.valueType()) {
      case OBJECT -> "an object";
      case LIST -> "a list";
      case NUMBER -> "the number " + value.unwrapped();
      case BOOLEAN -> "the boolean " + value.unwrapped();
      case NULL -> "null";
      case STRING -> "text";
    };
  }
}
