package plugin.packagename;

import org.braidml.api.BuildContext;
import org.braidml.api.RecurrentCell;
import org.braidml.api.RecurrentCellBlock;

/**
 * A simple recurrent cell: input {@code (B, F)} and state {@code (B, H) ->} state {@code (B, H)}.
 * There is no mask: the recurrence around it keeps the state of rows that have ended. Training mode
 * changes nothing.
 *
 * <p>{@code h_t = tanh(W x_t + b + U h_(t-1))}, {@code h_0 = 0}. J. Elman, "Finding Structure in
 * Time", 1990.
 *
 * <pre>{@code
 * cell { type = plugin-name, hidden-size = 64 }
 * }</pre>
 */
public final class PluginName implements RecurrentCell<PluginNameConfig> {

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
  public RecurrentCellBlock build(PluginNameConfig config, int inputWidth, BuildContext context) {
    return new PluginNameBlock(config, inputWidth);
  }
}
