package io.tamnas.nets.attack;

/** Auto-PGD on the cross-entropy. */
record AutoPgdCrossEntropy(Attack.ApgdCe attack, Starts starts) implements Adversary {

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    AutoPgd pgd = new AutoPgd(attack.epsilon(), attack.steps());
    return Runs.survivors(
        victims,
        finals,
        attack.restarts(),
        (left, run, ends) ->
            pgd.survivors(
                left,
                starts.ofRun(run),
                rows -> LogitLosses.crossEntropy(Rows.pick(left.labels(), rows)),
                ends));
  }
}
