package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  @TempDir Path directory;

  private static Map<String, NDArray> arrays(Scope scope) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("head.weight", scope.array(new Shape(2, 2), 1, -2, 3.5, 1e-30));
    arrays.put("encoder.layer-0.bias", scope.array(DataType.FLOAT64, new Shape(1), Math.PI));
    arrays.put("ids", scope.ids(1L << 40, -1));
    arrays.put("count", scope.manager.create(7));
    arrays.put("a \"quoted\" näme", scope.manager.create(new byte[] {1, -1}));
    return arrays;
  }

  private Path write(Scope scope) throws IOException {
    Path file = directory.resolve("parameters.safetensors");
    Safetensors.write(file, arrays(scope), Map.of("format", "1", "note", "a\n\"b\" ü"));
    return file;
  }

  @OnBothEngines
  void whatWasWrittenIsRead(String engine) throws IOException {
    try (Scope scope = new Scope(engine)) {
      Path file = write(scope);
      Map<String, NDArray> expected = arrays(scope);
      Map<String, NDArray> given = Safetensors.read(file, scope.manager);
      assertThat(given.keySet())
          .containsExactlyElementsOf(expected.keySet().stream().sorted().toList());
      expected.forEach(
          (name, array) -> {
            assertThat(Scope.in(given, name).getShape()).as(name).isEqualTo(array.getShape());
            assertThat(Scope.in(given, name).getDataType()).as(name).isEqualTo(array.getDataType());
            assertThat(Scope.in(given, name).toByteBuffer())
                .as(name)
                .isEqualTo(array.toByteBuffer());
          });
      assertThat(Safetensors.metadata(file)).isEqualTo(Map.of("format", "1", "note", "a\n\"b\" ü"));
      assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }
  }

  @OnBothEngines
  void whatPythonWroteIsRead(String engine) throws Exception {
    Path file = Path.of(getClass().getResource("/golden/python.safetensors").toURI());
    try (Scope scope = new Scope(engine)) {
      Map<String, NDArray> given = Safetensors.read(file, scope.manager);
      assertThat(given)
          .containsOnlyKeys("encoder.weight", "double", "flags", "scalar", "ids", "bytes");
      assertThat(Scope.in(given, "encoder.weight").getShape()).isEqualTo(new Shape(2, 3));
      assertThat(Scope.in(given, "encoder.weight").toFloatArray())
          .containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(Scope.in(given, "double").toDoubleArray()).containsExactly(0.1);
      assertThat(Scope.in(given, "flags").toBooleanArray()).containsExactly(true, false);
      assertThat(Scope.in(given, "scalar").getShape()).isEqualTo(new Shape());
      assertThat(Scope.in(given, "scalar").toFloatArray()).containsExactly(2.5f);
      assertThat(Scope.in(given, "ids").toLongArray()).containsExactly(-1, 1L << 40);
      assertThat(Scope.in(given, "bytes").toUint8Array()).containsExactly(1, 255);
      assertThat(Safetensors.metadata(file)).isEqualTo(Map.of("written-by", "python"));
    }
  }

  @OnBothEngines
  void theSameArraysGiveTheSameBytes(String engine) throws IOException {
    try (Scope scope = new Scope(engine);
        Scope other = new Scope(engine.equals("MXNet") ? "PyTorch" : "MXNet")) {
      byte[] once = Files.readAllBytes(write(scope));
      assertThat(Files.readAllBytes(write(other))).isEqualTo(once);
    }
  }

  @OnBothEngines
  void everyTruncationIsRefused(String engine) throws IOException {
    try (Scope scope = new Scope(engine)) {
      byte[] whole = Files.readAllBytes(write(scope));
      Path cut = directory.resolve("cut.safetensors");
      for (int length = 0; length < whole.length; length++) {
        Files.write(cut, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> Safetensors.read(cut, scope.manager))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("cut.safetensors is not a whole safetensors file");
      }
      Files.write(cut, Arrays.copyOf(whole, whole.length + 1));
      assertThatThrownBy(() -> Safetensors.read(cut, scope.manager))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("bytes of numbers");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|needs 8 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|begins at 4, not at 0",
        "{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,4]}}|unknown dtype F4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|no valid shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4]}}|no valid shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,4]}}|no"
            + " valid",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}|no valid dtype",
        "{\"a\":3}|\"a\" is not an object",
        "{\"a\":|its header is not JSON",
        "{}|tells of 0 bytes of numbers, it has 4",
      })
  void anAlteredHeaderIsRefused(String json, String message) throws IOException {
    try (Scope scope = new Scope("PyTorch")) {
      byte[] header = json.getBytes(StandardCharsets.UTF_8);
      ByteBuffer bytes = ByteBuffer.allocate(12 + header.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(header.length).put(header).putFloat(1);
      Path file = directory.resolve("altered.safetensors");
      Files.write(file, bytes.array());
      assertThatThrownBy(() -> Safetensors.read(file, scope.manager))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(message);
    }
  }

  @OnBothEngines
  void aModelSavedOnOneEngineIsReadOnTheOther(String engine) throws IOException {
    try (Scope scope = new Scope(engine);
        Scope other = new Scope(engine.equals("MXNet") ? "PyTorch" : "MXNet")) {
      Linear saved = scope.initialized(new Linear(3, 2));
      Path file = directory.resolve("linear.safetensors");
      Safetensors.write(file, ParameterPaths.values(saved), Map.of());
      Linear read = new Linear(3, 2);
      ParameterPaths.restore(read, Safetensors.read(file, other.manager), other.manager);
      NDArray x = scope.array(new Shape(1, 3), 1, 2, 3);
      NDArray y = other.array(new Shape(1, 3), 1, 2, 3);
      assertThat(read.forward(other.evaluation(), y).toFloatArray())
          .containsExactly(
              saved.forward(scope.evaluation(), x).toFloatArray(),
              org.assertj.core.api.Assertions.within(1e-6f));
    }
  }
}
