package org.braidml.runner.data.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Names of countries, languages, currencies and time zones in 35 languages, as the Java runtime
 * knows them out of the Common Locale Data Repository.
 *
 * <p>Each text stands once and has one language: names spelt alike in several languages, whatever
 * their case, are left out, and with them all names that a language does not have and borrows. The
 * order is fixed; the names themselves may differ a little between Java releases.
 */
public final class JdkNames {

  /** The languages, by their codes. */
  public static final List<String> LANGUAGES =
      List.of(
          "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr",
          "hu", "id", "is", "it", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sv",
          "sw", "tr", "vi", "bs", "az");

  private static final Locale NEUTRAL = Locale.ROOT;

  private JdkNames() {}

  /** Returns the table: columns {@code name}, {@code kind}, {@code language}. */
  public static Table table() {
    Set<String> ambiguous = new HashSet<>();
    Map<String, Name> names = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      all(language).forEach(name -> add(name, names, ambiguous));
    }
    names.keySet().removeAll(ambiguous);
    List<Name> kept = List.copyOf(names.values());
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("name", column(kept, Name::text));
    columns.put("kind", column(kept, Name::kind));
    columns.put("language", column(kept, Name::language));
    return Table.of(List.copyOf(columns.keySet()), columns, row -> "jdk-names, row " + (row + 1));
  }

  private static Column column(List<Name> names, Function<Name, String> value) {
    return Column.of(names.stream().map(value).toArray(String[]::new));
  }

  private static void add(Name name, Map<String, Name> names, Set<String> ambiguous) {
    Name other = names.putIfAbsent(name.key(), name);
    if (other != null && !other.language().equals(name.language())) {
      ambiguous.add(name.key());
    }
  }

  private static Stream<Name> all(String language) {
    Locale in = Locale.forLanguageTag(language);
    List<Name> names = new ArrayList<>();
    for (String code : new TreeSet<>(List.of(Locale.getISOCountries()))) {
      Locale country = new Locale.Builder().setRegion(code).build();
      names.add(new Name(country.getDisplayCountry(in), "country", language));
    }
    for (String code : new TreeSet<>(List.of(Locale.getISOLanguages()))) {
      Locale named = Locale.forLanguageTag(code);
      names.add(new Name(named.getDisplayLanguage(in), "language", language));
    }
    Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .sorted()
        .map(Currency::getInstance)
        .forEach(money -> names.add(new Name(money.getDisplayName(in), "currency", language)));
    for (String id : new TreeSet<>(List.of(TimeZone.getAvailableIDs()))) {
      String zone = TimeZone.getTimeZone(id).getDisplayName(false, TimeZone.LONG, in);
      names.add(new Name(zone, "zone", language));
    }
    return names.stream().filter(name -> name.text().codePoints().anyMatch(Character::isLetter));
  }

  /** A name, of what it is the name, and its language. */
  private record Name(String text, String kind, String language) {
    Name {
      text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** What is spelt alike has one key. */
    String key() {
      return text.toLowerCase(NEUTRAL);
    }
  }
}
