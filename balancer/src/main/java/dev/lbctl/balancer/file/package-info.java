/** What is kept on disk from others' eyes; {@link dev.lbctl.balancer.file.PrivateFile} is all of it. */
@NullMarked
package dev.lbctl.balancer.file;

import org.jspecify.annotations.NullMarked;
