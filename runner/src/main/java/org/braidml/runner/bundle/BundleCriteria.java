package org.braidml.runner.bundle;

import ai.djl.Model;
import ai.djl.nn.Block;
import ai.djl.nn.BlockFactory;
import ai.djl.repository.zoo.Criteria;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorFactory;
import ai.djl.util.Pair;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.braidml.api.nn.Engines;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a bundle in plain DJL. Rows go in as text by column, a {@link Prediction} by target comes
 * out, or by head where several heads predict one target.
 *
 * <pre>{@code
 * try (ZooModel<Map<String, String>, Map<String, Prediction>> model =
 *         BundleCriteria.of(Path.of("runs/names/20261123-043250/bundle"), "PyTorch").loadModel();
 *     Predictor<Map<String, String>, Map<String, Prediction>> predictor = model.newPredictor()) {
 *   Prediction language = predictor.predict(Map.of("name", "Deutschland")).get("target");
 * }
 * }</pre>
 */
public final class BundleCriteria {

  private static final Logger LOG = LoggerFactory.getLogger(BundleCriteria.class);

  private BundleCriteria() {}

  /**
   * Returns criteria for a bundle. Its plug-ins are those of the class path: jars in a folder of
   * the program are not looked at.
   *
   * @param bundle the bundle's folder
   * @param engine MXNet or PyTorch; it need not be the one that trained
   * @throws IllegalArgumentException if the engine is not on the class path
   */
  @SuppressWarnings("unchecked")
  public static Criteria<Map<String, String>, Map<String, Prediction>> of(
      Path bundle, String engine) {
    Loader loader = new Loader();
    return Criteria.builder()
        .setTypes(
            (Class<Map<String, String>>) (Class<?>) Map.class,
            (Class<Map<String, Prediction>>) (Class<?>) Map.class)
        .optModelPath(bundle)
        .optModelName("braid")
        .optEngine(Engines.get(engine).getEngineName())
        .optArgument("blockFactory", loader)
        .optOption("hasParameter", "false")
        .optTranslatorFactory(loader)
        .build();
  }

  /** Reads the bundle once: its model becomes DJL's block, its features DJL's translator. */
  private static final class Loader implements BlockFactory, TranslatorFactory {

    private static final long serialVersionUID = 1L;

    private transient Bundle.@org.jspecify.annotations.Nullable Contents contents;

    @Override
    public Block newBlock(Model model, Path path, Map<String, ?> arguments) {
      Registry registry = new Registry(Discovery.on(BundleCriteria.class.getClassLoader()).found());
      Bundle.Contents read = Bundle.read(path, registry, model.getNDManager());
      read.notes().forEach(LOG::warn);
      contents = read;
      return read.model();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I, O> Translator<I, O> newInstance(
        Class<I> input, Class<O> output, Model model, Map<String, ?> arguments) {
      if (contents == null) {
        throw new IllegalStateException("the block is made before the translator");
      }
      return (Translator<I, O>) new RowTranslator(contents);
    }

    @Override
    public Set<Pair<Type, Type>> getSupportedTypes() {
      return Set.of(new Pair<>(Map.class, Map.class));
    }
  }
}
