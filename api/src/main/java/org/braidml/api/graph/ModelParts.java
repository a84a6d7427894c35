package org.braidml.api.graph;

import java.util.List;
import java.util.Map;
import org.braidml.api.MergerBlock;
import org.braidml.api.ProjectionBlock;

/** Everything that a model is made of, built and checked; branches in topological order. */
record ModelParts(
    InputLayout layout,
    Map<String, InputBlock> inputs,
    List<Branch> branches,
    MergerBlock merger,
    List<ProjectionBlock> projections,
    List<HeadBox> heads,
    List<Box> boxes) {}
