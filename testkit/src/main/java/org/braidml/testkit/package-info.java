/**
 * Contract tests for authors of plug-ins: extend the contract of your SPI, hand it a block, and
 * JUnit runs the checks on every engine of the class path.
 *
 * <pre>{@code
 * final class MyEncoderContractTest extends SequenceEncoderContract {
 *   protected SequenceEncoderBlock create(SequenceSpec input) {
 *     return new MyEncoder().build(new MyEncoderConfig(3), input, new BuildContext("test"));
 *   }
 * }
 * }</pre>
 *
 * <p>All data are drawn on the host from one seed, 1 by default: set the system property {@code
 * braid.testkit.seed} to a number, or to {@code random}. Each failure prints the seed it had. The
 * checks seed the engines and count native arrays, both global to a process: run them in one
 * thread.
 */
@NullMarked
package org.braidml.testkit;

import org.jspecify.annotations.NullMarked;
