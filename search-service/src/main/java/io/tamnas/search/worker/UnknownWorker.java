package io.tamnas.search.worker;

/** No worker ever registered under that id. */
public final class UnknownWorker extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownWorker(String id) {
    super("there is no worker " + id);
  }
}
