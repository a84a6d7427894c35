package org.braidml.runner.data.fit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.braidml.api.graph.FieldSpec;

/** What one field learnt from the training rows; all that encoding its rows needs. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FittedTokens.class, name = "tokens"),
  @JsonSubTypes.Type(value = FittedSubwords.class, name = "subwords"),
  @JsonSubTypes.Type(value = FittedSeries.class, name = "series"),
  @JsonSubTypes.Type(value = FittedStatics.class, name = "static")
})
public sealed interface FittedField permits FittedSequence, FittedStatics {

  /** Returns the columns that the field reads, in order. */
  List<String> sourceColumns();

  /** Returns what a model needs to know of it. */
  FieldSpec spec(String name);
}
