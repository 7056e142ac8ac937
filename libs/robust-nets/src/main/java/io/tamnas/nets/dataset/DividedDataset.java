package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;

/** A data set whose images lie in memory. */
record DividedDataset(
    String name,
    InputShape shape,
    int classes,
    Images training,
    Images validation,
    Images test,
    String digest)
    implements Dataset {}
