package io.tamnas.nets.attack;

/** Auto-PGD on the targeted difference of logits ratio, one target after the other. */
record AutoPgdTargeted(Attack.ApgdT attack, Starts starts) implements Adversary {

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    AutoPgd pgd = new AutoPgd(attack.epsilon(), attack.steps());
    int targets = Math.min(attack.targets(), WrongClasses.of(victims).count());
    return Runs.survivors(
        victims,
        finals,
        targets * attack.restarts(),
        (left, run, ends) -> {
          int[] wrong = WrongClasses.of(left).of(run / attack.restarts());
          return pgd.survivors(
              left,
              starts.ofRun(run),
              rows ->
                  LogitLosses.targetedRatio(Rows.pick(left.labels(), rows), Rows.pick(wrong, rows)),
              ends);
        });
  }
}
