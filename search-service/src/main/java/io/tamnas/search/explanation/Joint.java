package io.tamnas.search.explanation;

/** How many subnets have blocks at scales in one layer, where both are favoured on their own. */
record Joint(Share front, Share measured) {

  boolean isTested() {
    return FrontTest.canTest(front, measured);
  }

  double p() {
    return FrontTest.p(front, measured);
  }
}
