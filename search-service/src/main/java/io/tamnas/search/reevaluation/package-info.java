/** Subnets of a job's supernet that are measured again under another protocol. */
@NullMarked
package io.tamnas.search.reevaluation;

import org.jspecify.annotations.NullMarked;
