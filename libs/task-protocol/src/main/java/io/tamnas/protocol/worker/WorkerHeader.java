package io.tamnas.protocol.worker;

/** The header by which a worker names itself in every call; for the service's log alone. */
public final class WorkerHeader {

  public static final String NAME = "Tamnas-Worker";

  private WorkerHeader() {}
}
