package io.tamnas.search.generation;

/**
 * An individual with its place in a population or front.
 *
 * @param rank the number of its front, from 1
 * @param crowding may be infinite
 */
public record Ranked(Born born, int rank, double crowding) {}
