/** An instant as the wire has it, to the microsecond: a page of a list goes on after it, a deed says what it was done on. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
