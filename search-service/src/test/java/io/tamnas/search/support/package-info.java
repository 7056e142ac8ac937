/** What integration tests stand on: a database, a running service, a worker made for tests. */
@NullMarked
package io.tamnas.search.support;

import org.jspecify.annotations.NullMarked;
