/** Connections of their own, beside the pools. */
import pg from 'pg';

/**
 * A client still to be connected. pg tells the breaking of a connection twice, to the query and as an event; an
 * event nobody hears ends the process. The query's error is enough.
 */
export function oneConnection(url: string, more: Omit<pg.ClientConfig, 'connectionString'> = {}) {
  const client = new pg.Client({ connectionString: url, ...more });
  client.on('error', () => {});
  return client;
}
