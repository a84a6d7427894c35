package org.braidml.runner.plugin;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of itself, read from its bytes.
 *
 * @param name of the class, with dots
 * @param interfaces that it names itself, with dots
 * @param made whether ServiceLoader could make it: public, not abstract, with a public constructor
 *     without arguments
 */
record ClassFile(String name, List<String> interfaces, boolean made) {

  /** The first number of every class file. */
  static final int MAGIC = 0xCAFEBABE;

  /** A class file's major version is that of its Java plus this. */
  static final int JAVA_0 = 44;

  private static final int PUBLIC = 0x0001;
  private static final int INTERFACE_OR_ABSTRACT = 0x0600;

  /**
   * Reads a class file.
   *
   * @throws IOException if it is cut short or no class file
   */
  static ClassFile of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.readInt(); // version
    String[] texts = constants(in);
    int access = in.readUnsignedShort();
    String name = name(texts, in.readUnsignedShort());
    in.readUnsignedShort(); // super class
    List<String> interfaces = new ArrayList<>();
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      interfaces.add(name(texts, in.readUnsignedShort()));
    }
    constructor(in, texts); // fields
    boolean constructor = constructor(in, texts); // methods
    boolean made = (access & PUBLIC) != 0 && (access & INTERFACE_OR_ABSTRACT) == 0 && constructor;
    return new ClassFile(name, List.copyOf(interfaces), made);
  }

  /** Returns the constants that are text; a class stands as the text at its own index. */
  private static String[] constants(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    int[] classes = new int[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> classes[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // takes two places
        }
        default -> throw new IOException("an unknown constant, " + tag);
      }
    }
    for (int i = 1; i < count; i++) {
      if (classes[i] > 0 && classes[i] < count) {
        texts[i] = texts[classes[i]];
      }
    }
    return texts;
  }

  private static String name(String[] texts, int index) throws IOException {
    String text = index < texts.length ? texts[index] : null;
    if (text == null) {
      throw new IOException("a name is missing");
    }
    return text.replace('/', '.');
  }

  /**
   * Passes over fields or methods; returns whether a public constructor without arguments is one.
   */
  private static boolean constructor(DataInputStream in, String[] texts) throws IOException {
    boolean found = false;
    for (int n = in.readUnsignedShort(); n > 0; n--) {
      int access = in.readUnsignedShort();
      String name = name(texts, in.readUnsignedShort());
      String type = name(texts, in.readUnsignedShort());
      found |= (access & PUBLIC) != 0 && name.equals("<init>") && type.equals("()V");
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.readUnsignedShort();
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
    return found;
  }
}
