package io.tamnas.benchmarks.load.house;

/**
 * What has been spent at a moment, or between two.
 *
 * @param wall seconds that have passed
 * @param service processor seconds of the service
 * @param database processor seconds of all of PostgreSQL's processes
 * @param simulation processor seconds of the simulated workers and clients
 */
public record Cost(double wall, double service, double database, double simulation) {

  public Cost since(Cost before) {
    return new Cost(
        wall - before.wall,
        service - before.service,
        database - before.database,
        simulation - before.simulation);
  }

  /** Processor seconds altogether. */
  public double processor() {
    return service + database + simulation;
  }

  /** How many processors each kept busy. */
  public String shares() {
    return "service %.2f, database %.2f, simulation %.2f cores"
        .formatted(service / wall, database / wall, simulation / wall);
  }
}
