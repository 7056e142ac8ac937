/** Under which protocol a subnet is measured. */
@NullMarked
package io.tamnas.protocol.evaluation;

import org.jspecify.annotations.NullMarked;
