package org.braidml.api.graph;

import org.braidml.api.TypedBlock;

/** Holds blocks under one name, so that their parameters' paths begin with it. */
final class Group extends TypedBlock {

  <B extends TypedBlock> B add(String name, B block) {
    return child(name, block);
  }
}
