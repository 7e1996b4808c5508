/** One attempt of a write over HTTP, and what kind of answer came back. */
import type { Deed } from './deeds.ts';

export type Answer =
  | { kind: 'done'; status: number; body: string; replayed: boolean }
  /** 503 as promised: a problem in words, with what to do and when to come again. */
  | { kind: 'later' }
  /** The connection ended without an answer, as it does when the server is killed. */
  | { kind: 'cut' }
  /** Nothing came within the limit. */
  | { kind: 'silence' }
  /** Anything else is against the promise. */
  | { kind: 'wrong'; what: string };

/** Far beyond every limit of the server: who waits so long was forgotten. */
const answerLimit = 40_000;

export async function send(deed: Deed, address: string, cookie: string): Promise<Answer> {
  try {
    const reply = await fetch(`${address}${deed.url}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'x-zhuzhen': '1',
        'idempotency-key': deed.id,
      },
      body: deed.body,
      signal: AbortSignal.timeout(answerLimit),
    });
    const body = await reply.text();
    if (reply.ok) {
      const replayed = reply.headers.get('idempotent-replay') === 'true';
      return { kind: 'done', status: reply.status, body, replayed };
    }
    return isLater(reply, body)
      ? { kind: 'later' }
      : { kind: 'wrong', what: `${reply.status} ${body}` };
  } catch (error) {
    return { kind: (error as Error).name === 'TimeoutError' ? 'silence' : 'cut' };
  }
}

function isLater(reply: Response, body: string): boolean {
  if (reply.status !== 503) return false;
  if (!reply.headers.get('content-type')?.startsWith('application/problem+json')) return false;
  if (!/^[1-9]\d*$/.test(reply.headers.get('retry-after') ?? '')) return false;
  const { detail, todo } = JSON.parse(body) as { detail?: string; todo?: string };
  return Boolean(detail) && Boolean(todo);
}
