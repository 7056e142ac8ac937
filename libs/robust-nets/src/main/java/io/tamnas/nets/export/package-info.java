/** A network as an ONNX file: written, checked against the network, and measured. */
@NullMarked
package io.tamnas.nets.export;

import org.jspecify.annotations.NullMarked;
