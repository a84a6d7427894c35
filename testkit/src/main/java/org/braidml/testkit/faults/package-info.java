/**
 * Blocks with one planted fault each, and what proves that the contracts find them.
 *
 * <pre>{@code
 * final class StateAtT extends SequenceEncoderContract {
 *   protected SequenceEncoderBlock create(SequenceSpec input) {
 *     return Faults.stateAtT(input);
 *   }
 * }
 *
 * assertThatThrownBy(() -> new StateAtT().paddingChangesNothing("MXNet"))
 *     .hasMessageContaining("is the state read at T instead of length - 1");
 * }</pre>
 */
@NullMarked
package org.braidml.testkit.faults;

import org.jspecify.annotations.NullMarked;
