package com.example.braid;

import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceTransformContract;

final class StackFramesTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return Configured.transform("type = stack-frames, size = 3", input);
  }
}
