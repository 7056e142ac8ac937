package io.tamnas.nets.block;

/** Whether the normalizations of a network have a learned scale γ and shift β. */
public enum NetworkScaling {
  /** Only where a unit demands them; so a supernet is normalized. */
  NONE,
  /** All of them. */
  LEARNED
}
