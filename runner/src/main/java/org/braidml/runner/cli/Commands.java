package org.braidml.runner.cli;

import picocli.CommandLine.IFactory;

/** Makes commands. A command wires the program when it runs, so that help is quick. */
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
}
