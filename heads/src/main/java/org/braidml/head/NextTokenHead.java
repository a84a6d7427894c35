package org.braidml.head;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metrics;

/**
 * The token that follows at every step: {@code (B, T, H) -> (B, T, V)} logits and softmax; the loss
 * is cross-entropy over the steps that another one follows, in nats a token.
 *
 * <p>T. Mikolov, M. Karafiat, L. Burget, J. Cernocky, S. Khudanpur, "Recurrent Neural Network Based
 * Language Model", 2010. It goes with a target of kind {@code next-token}, and an encoder that
 * reads forwards only: one that has seen a later step, such as a bidirectional one, has seen the
 * answer. Metrics are perplexity, bits a token (bits per character where tokens are characters) and
 * accuracy. The first two are of the probability of the right token, of which less than 2^-23
 * counts as 2^-23; the loss, of the logits, is not bounded so.
 *
 * <pre>{@code
 * head { type = next-token, on = "states(text)", dropout = 0.2 }
 * }</pre>
 */
public final class NextTokenHead implements Head<NextTokenHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public NextTokenHead() {}

  @Override
  public String id() {
    return "next-token";
  }

  @Override
  public Class<NextTokenHeadConfig> configType() {
    return NextTokenHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      NextTokenHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    EncodingSpec state = PerStep.state(id(), input, context);
    if (input instanceof StatesSpec states) {
      states.requireCausal(context);
    }
    if (target.kind() != TargetSpec.Kind.MULTICLASS) {
      throw Targets.wrongKind(id(), "one of several tokens", target, context);
    }
    MulticlassHeadConfig settings =
        new MulticlassHeadConfig(
            config.units(),
            config.activation(),
            config.dropout(),
            List.of(),
            config.labelSmoothing());
    HeadBlock step = new MulticlassHead().build(settings, state, target, context);
    return new PerStepHeadBlock(step, Metrics.nextToken());
  }
}
