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
      float[] numbers = list.get(i).toFloatArray();
      predictions.put(
          named(head, heads),
          head.target().stepsOf().isPresent()
              ? Prediction.ofSteps(head.target(), numbers, head.block().width())
              : Prediction.of(head.target(), numbers));
    }
    return predictions;
  }

  /** By its target, or by itself where several heads predict one target. */
  private static String named(HeadBox head, List<HeadBox> heads) {
    String target = head.target().name();
    boolean shared = heads.stream().filter(h -> h.target().name().equals(target)).count() > 1;
    return shared ? head.name() : target;
  }
}
