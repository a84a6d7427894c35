package org.braidml.golden;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.Merger;
import org.braidml.api.MergerBlock;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Binder;
import org.braidml.api.config.DefaultValues;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;

/** Boxes as a user gets them: found on the class path, bound from HOCON over the defaults. */
public final class Configured {

  private static final Registry REGISTRY =
      new Registry(Discovery.on(Configured.class.getClassLoader()).found());

  private static final BuildContext CONTEXT = new BuildContext("");

  private Configured() {}

  record MergerHolder(Choice<Merger<?>> merger) {}

  record ProjectionHolder(Choice<Projection<?>> projection) {}

  record HeadHolder(Choice<Head<?>> head) {}

  /** A merger. */
  public static MergerBlock merger(String hocon, List<EncodingSpec> inputs) {
    return CONTEXT.merger(bind(MergerHolder.class, "merger", hocon).merger(), inputs);
  }

  /** A projection. */
  public static ProjectionBlock projection(String hocon, EncodingSpec input) {
    return CONTEXT.projection(
        bind(ProjectionHolder.class, "projection", hocon).projection(), input);
  }

  /** A head. */
  public static HeadBlock head(String hocon, HeadInputSpec input, TargetSpec target) {
    return CONTEXT.head(bind(HeadHolder.class, "head", hocon).head(), input, target);
  }

  private static <R extends Record> R bind(Class<R> holder, String key, String hocon) {
    Binder binder = new Binder(REGISTRY, new DefaultValues());
    var root = ConfigFactory.parseString(key + " { " + hocon + " }").root();
    var bound = binder.bind(holder, root, "");
    binder.throwProblems("a test");
    return bound.orElseThrow();
  }
}
