package org.braidml.api.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code META-INF/services}, read without loading what it names: to tell which jar named
 * a class that {@link java.util.ServiceLoader} did not give.
 *
 * @param jar the file name of the jar or class folder that holds it
 * @param types the names of classes, in its order
 */
public record ServiceFile(String jar, List<String> types) {

  /** The folder of such files in a jar. */
  public static final String FOLDER = "META-INF/services/";

  /** The most bytes that are read of one. */
  public static final int MOST_BYTES = 1 << 16;

  public ServiceFile {
    types = List.copyOf(types);
  }

  /** Returns the files of a service on a class path; those that cannot be read are left out. */
  static List<ServiceFile> on(ClassLoader loader, String service) {
    List<ServiceFile> files = new ArrayList<>();
    try {
      for (URL url : java.util.Collections.list(loader.getResources(FOLDER + service))) {
        ServiceFile file = read(url, service);
        if (file != null) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      return files;
    }
    return files;
  }

  private static @Nullable ServiceFile read(URL url, String service) {
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return new ServiceFile(holder(url, service), types(in.readNBytes(MOST_BYTES)));
      }
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The file name out of {@code jar:file:/a/b.jar!/META-INF/...} or {@code file:/a/META-INF/...}.
   */
  private static String holder(URL url, String service) {
    String place = url.toExternalForm().replaceFirst("^jar:", "");
    place = place.substring(0, place.length() - FOLDER.length() - service.length() - 1);
    Path path = Path.of(URI.create(place.replaceFirst("!$", "")));
    return String.valueOf(path.getFileName());
  }

  /** Returns the names of classes in the bytes of such a file. */
  public static List<String> types(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }
}
