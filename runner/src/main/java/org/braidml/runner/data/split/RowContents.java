package org.braidml.runner.data.split;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** What rows hold, as one number: equal for equal rows in equal order, whatever their file. */
public final class RowContents {

  private static final int MISSING = -1;

  private RowContents() {}

  /**
   * Returns the SHA-256 of some rows.
   *
   * @param table the rows
   * @param columns the columns that count
   * @param rows which rows, in order
   */
  public static String sha256(Table table, Set<String> columns, int[] rows) {
    MessageDigest digest = digest();
    for (String name : new TreeSet<>(columns)) {
      add(digest, name);
      Column column = table.column(name);
      for (int row : rows) {
        String value = column.get(row);
        if (value == null) {
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(MISSING).array());
        } else {
          add(digest, value);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
