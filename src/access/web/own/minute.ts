// An instant to the minute, in Beijing time.
const form = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** '2026-11-25T19:00:00Z' -> '2026-11-26 03:00' */
export const minuteOf = (instant: string): string => form.format(new Date(instant));
