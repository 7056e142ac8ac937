package io.tamnas.search.job;

/**
 * What makes a retried request recognizable.
 *
 * @param key chosen by the client, one per job that it wants
 * @param digest SHA-256 of the body
 */
record Request(String key, String digest) {}
