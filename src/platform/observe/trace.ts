/** Of an error what helps to find its cause, and nothing of what people wrote: that may be personal data. */

/** Rows and values PostgreSQL quotes lie in its detail, which is left out, and at the end of some messages. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, schema, table, column, routine } = error as Error &
    Record<string, unknown>;
  const { name, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    message: withoutValues(error),
    stack: frames.join('\n'),
    ...{ code, constraint, schema, table, column, routine },
    ...(error.cause === undefined ? {} : { cause: traceOf(error.cause) }),
  };
}

/** Our own messages are English and hold no long numbers: what is Chinese or long in digits came from outside. */
function withoutValues({ name, message }: Error): string {
  if (name === 'SyntaxError') return '…'; // JSON that cannot be read is quoted
  return message
    .replace(/: "[\s\S]*$/, ': …') // invalid input syntax for type date: "…"
    .replace(/\p{Script=Han}[\p{Script=Han}·]*/gu, '…')
    .replace(/\d{7,}[\dXx]*/g, '…');
}
