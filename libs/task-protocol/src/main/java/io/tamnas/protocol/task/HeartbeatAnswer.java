package io.tamnas.protocol.task;

/** What the attempt shall do now. */
public record HeartbeatAnswer(Instruction instruction) {

  /** The instructions. */
  public enum Instruction {
    CONTINUE,
    /** Stop; nothing of it is wanted any more. */
    CANCEL,
    /** Upload a checkpoint and let go. */
    PAUSE,
    /** Another attempt owns the task. */
    LOST
  }
}
