/** Which errors say that the database cannot answer now, so that the same request may succeed later. */

/**
 * SQLSTATE classes and codes: connection (08), resources and full disk (53), intervention, crash, start and
 * cancelled statements (57P0, 57014), collisions (40001, 40P01), locks and transactions given up (55P03,
 * 25P03), a standby that only reads (25006), trouble with the disk (58030).
 */
const states = /^(08|53|57P0|57014|40001|40P01|55P03|25P03|25006|58030)/;

/** What Node says of a connection, an address or a disk. */
const system =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOSPC|EDQUOT|ERR_STREAM_(DESTROYED|WRITE_AFTER_END)$)/;

/** pg gives its own errors no code. */
const said = new RegExp(
  [
    'timeout exceeded when trying to connect',
    'Connection terminated',
    'Query read timeout',
    'is not queryable',
    'Cannot use a pool after calling end',
  ].join('|'),
);

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message } = error as Error & { code?: unknown };
  if (typeof code === 'string') return states.test(code) || system.test(code);
  return said.test(message);
}
