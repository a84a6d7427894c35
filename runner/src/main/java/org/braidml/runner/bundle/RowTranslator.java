package org.braidml.runner.bundle;

import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.HeadBox;
import org.braidml.runner.data.DataPipeline;

/**
 * Translates for DJL: one row of the source, text by column, to a {@link Prediction} by target. A
 * column that is absent counts as missing.
 */
final class RowTranslator
    implements NoBatchifyTranslator<Map<String, String>, Map<String, Prediction>> {

  private final Bundle.Contents contents;

  RowTranslator(Bundle.Contents contents) {
    this.contents = contents;
  }

  @Override
  public NDList processInput(TranslatorContext context, Map<String, String> row) {
    Batch batch = DataPipeline.oneRow(contents.features(), row);
    return contents.model().layout().arrays(context.getNDManager(), batch);
  }

  @Override
  public Map<String, Prediction> processOutput(TranslatorContext context, NDList list) {
    Map<String, Prediction> predictions = new LinkedHashMap<>();
    List<HeadBox> heads = contents.model().heads();
    for (int i = 0; i < heads.size(); i++) {
      HeadBox head = heads.get(i);
      predictions.put(
          head.target().name(), Prediction.of(head.target(), list.get(i).toFloatArray()));
    }
    return predictions;
  }
}
