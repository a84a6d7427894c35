package org.braidml.api.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Binds numbers, booleans, strings and enums. */
final class Scalars {

  private static final String HOCON_NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?";

  private final List<Problem> problems;

  Scalars(List<Problem> problems) {
    this.problems = problems;
  }

  @Nullable Object bind(Class<?> type, ConfigValue written, String path, @Nullable Range range) {
    if (type == String.class) {
      return string(written, path);
    }
    ConfigValue value = typed(written);
    if (type == boolean.class || type == Boolean.class) {
      return value.valueType() == ConfigValueType.BOOLEAN
          ? value.unwrapped()
          : wrongType(value, path, "true or false", trueOrFalse(value));
    }
    if (type.isEnum()) {
      return constant(type, value, path);
    }
    return number(type, value, path, range);
  }

  /** A variable of the environment is always text; what it holds counts. */
  private static ConfigValue typed(ConfigValue value) {
    String text = text(value);
    if (!value.origin().description().startsWith("env var")) {
      return value;
    }
    if (text.matches(HOCON_NUMBER)) {
      return ConfigValueFactory.fromAnyRef(Double.valueOf(text)).withOrigin(value.origin());
    }
    return text.matches("true|false")
        ? ConfigValueFactory.fromAnyRef(Boolean.valueOf(text)).withOrigin(value.origin())
        : value;
  }

  private static @Nullable String trueOrFalse(ConfigValue value) {
    String text = text(value).toLowerCase(Locale.ROOT);
    if (text.matches("true|yes|on")) {
      return "write true, without quotes";
    }
    return text.matches("false|no|off") ? "write false, without quotes" : null;
  }

  private static @Nullable String asNumber(ConfigValue value) {
    String text = text(value);
    if (text.matches(HOCON_NUMBER)) {
      return "write it without quotes";
    }
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        ? "write it as " + new BigDecimal(text)
        : null;
  }

  /** Returns the text of a string; nothing for another value. */
  private static String text(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING ? String.valueOf(value.unwrapped()) : "";
  }

  @Nullable Object wrongType(
      ConfigValue value, String path, String expected, @Nullable String remedy) {
    problems.add(
        Problem.at(path)
            .value(Origins.shown(value))
            .what("expected " + expected + ", found " + article(value))
            .where(Origins.where(value))
            .remedy(remedy)
            .build());
    return null;
  }

  private @Nullable Object string(ConfigValue value, String path) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> String.valueOf(value.unwrapped());
      default -> wrongType(value, path, "text", null);
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
      return wrongType(value, path, whole || wide ? "a whole number" : "a number", asNumber(value));
    }
    Number number = (Number) value.unwrapped();
    double asDouble = number.doubleValue();
    if (!Double.isFinite(asDouble)) {
      return outOfRange(value, path, "finite");
    }
    if (range != null && !inside(asDouble, range)) {
      return outOfRange(value, path, described(range));
    }
    if ((whole || wide) && asDouble != Math.rint(asDouble)) {
      return wrongType(value, path, "a whole number", null);
    }
    if (whole && asDouble != number.intValue()) {
      return outOfRange(value, path, between(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (wide && Math.abs(asDouble) >= 0x1p63) {
      return outOfRange(value, path, between(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (whole) {
      return number.intValue();
    }
    return wide ? (Object) number.longValue() : (Object) asDouble;
  }

  private static String between(long low, long high) {
    return "at least " + low + " and at most " + high;
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
