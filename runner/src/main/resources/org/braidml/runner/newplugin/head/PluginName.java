package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;

/**
 * One of C classes, learned by focal loss: {@code (B, M) -> (B, C)}, logits as scores, softmax as
 * prediction. Training mode changes nothing.
 *
 * <p>The loss of an example whose class has the probability p is {@code -(1 - p)^focus log p}: what
 * is right already counts little. T. Lin et al., "Focal Loss for Dense Object Detection", 2017,
 * equation 4, for several classes.
 *
 * <pre>{@code
 * head { type = plugin-name, focus = 2.0 }
 * }</pre>
 */
public final class PluginName implements Head<PluginNameConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PluginName() {}

  @Override
  public String id() {
    return "plugin-name";
  }

  @Override
  public Class<PluginNameConfig> configType() {
    return PluginNameConfig.class;
  }

  @Override
  public HeadBlock build(
      PluginNameConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    if (input instanceof StatesSpec) {
      throw context.refuse(
          "\"plugin-name\" reads the merged encoding, not states",
          "set on = merged, or leave it out");
    }
    if (target.kind() != TargetSpec.Kind.MULTICLASS) {
      throw context.refuse(
          "\"plugin-name\" predicts one of several classes, and the target \""
              + target.name()
              + "\" is none",
          "choose a head for that kind of target");
    }
    return new PluginNameBlock(config, input.width(), target.classes().size());
  }
}
