package org.braidml.runner.data;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.braidml.api.config.Binder;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.config.DataConfig;

/** A folder with an experiment file and its data. */
record Workspace(Path folder) {

  /** The default fields and target of the tests below: a text, a number, a category, a label. */
  static final String REVIEWS =
      """
      fields {
        text { kind = text, column = review, min-count = 1 }
        writer { kind = static, numeric = [age], category = [segment] }
      }
      target { kind = binary, column = label }
      """;

  Workspace with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Workspace with(String name, String text, Charset charset) {
    return with(name, text.getBytes(charset));
  }

  Workspace with(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workspace packed(String name, String text) {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Binds the data part of an experiment, defaults and all. */
  DataConfig config(String hocon) {
    Binder binder = new Binder(new Registry(List.of()), new DefaultValues());
    var bound = binder.bind(DataConfig.class, ConfigFactory.parseString(hocon).root(), "data");
    binder.throwProblems("experiment.conf");
    return bound.orElseThrow();
  }

  DataPipeline pipeline() {
    return new DataPipeline("experiment.conf", folder);
  }

  PreparedData prepare(String hocon) {
    return pipeline().prepare(config(hocon));
  }

  /** The message with which a configuration is refused, without what differs between machines. */
  String refusal(String hocon) {
    return refusal(() -> prepare(hocon));
  }

  String refusal(ThrowingCallable call) {
    ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, call);
    if (refused == null) {
      throw new AssertionError("nothing was refused");
    }
    return String.valueOf(refused.getMessage()).replace(folder.toString(), "<folder>");
  }
}
