package org.braidml.runner.data.config;

/** What of a date a model reads. */
public enum DatePart {
  /** The year, as a number. */
  YEAR,
  /** The month of the year. */
  MONTH,
  /** The day of the month. */
  DAY_OF_MONTH,
  /** The day of the week. */
  DAY_OF_WEEK,
  /** The time of the day. */
  HOUR
}
