package org.braidml.runner.cli;

import com.google.inject.Injector;
import org.braidml.runner.wiring.Wiring;
import picocli.CommandLine.IFactory;

/**
 * Makes commands; the program is wired when the first of them asks for it, so that help is quick.
 */
final class Commands implements IFactory {

  private final BraidCommand root;

  Commands(BraidCommand root) {
    this.root = root;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (AbstractBraidCommand.class.isAssignableFrom(type)) {
      K command = type.getDeclaredConstructor().newInstance();
      ((AbstractBraidCommand) command).root = root;
      return command;
    }
    return picocli.CommandLine.defaultFactory().create(type);
  }

  static Injector wire() {
    return Wiring.wire(Commands.class.getClassLoader());
  }
}
