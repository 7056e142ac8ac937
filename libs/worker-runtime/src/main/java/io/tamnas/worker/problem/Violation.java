package io.tamnas.worker.problem;

/**
 * One thing that is wrong in a body.
 *
 * @param pointer where, as a JSON pointer
 * @param detail what is wrong and what would be right
 */
public record Violation(String pointer, String detail) {}
