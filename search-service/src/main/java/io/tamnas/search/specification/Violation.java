package io.tamnas.search.specification;

/**
 * One thing that is wrong with a specification.
 *
 * @param pointer where: a JSON pointer (RFC 6901); empty for the whole document
 * @param detail what is wrong, and what would be right
 */
public record Violation(String pointer, String detail) {}
