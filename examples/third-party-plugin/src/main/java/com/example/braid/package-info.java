/** Boxes for Braid from outside: encoders, a transform, a cell, a pooling, a merger and a head. */
@NullMarked
package com.example.braid;

import org.jspecify.annotations.NullMarked;
