/** What is valid and probably not meant; start at {@link dev.lbctl.config.advice.Oddities}. */
@NullMarked
package dev.lbctl.config.advice;

import org.jspecify.annotations.NullMarked;
