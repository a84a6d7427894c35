/** Boxes for Braid from outside: a temporal convolutional encoder, a pooling and a merger. */
@NullMarked
package com.example.braid;

import org.jspecify.annotations.NullMarked;
