package org.braidml.runner.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Teaches a mapper that JSON has no NaN and no infinity: they are written as null. */
public final class FiniteNumbers extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** A module for one mapper. */
  public FiniteNumbers() {
    addSerializer(Double.class, new Finite());
    addSerializer(Double.TYPE, new Finite());
  }

  private static final class Finite extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }
}
