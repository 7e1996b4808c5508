/** Writers at work: each takes the next delivery, tries until it is answered, and notes what was acknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deed } from './deeds.ts';
import { type Answer, send } from './send.ts';

export interface Acknowledged {
  status: number;
  body: string;
}

export interface Book {
  /** What the server acknowledged, by id. */
  acknowledged: Map<string, Acknowledged>;
  /** Deliveries answered with success, replays among them. */
  deliveries: number;
  /** Ids whose later answers differed from the first. */
  unlike: string[];
  counts: Record<Answer['kind'], number>;
  /** What came that never should. */
  wrong: string[];
  longestMs: number;
  /** When each writer last began an attempt that succeeded. */
  wellSince: number[];
}

export interface Writers {
  book: Book;
  /** Lets attempts under way end, and begins no more. */
  stop(): void;
  done: Promise<void>;
}

export interface Target {
  address(): string;
  cookie: string;
}

const betweenAttemptsMs = 100;

export function writersAtWork(
  deliveries: Iterator<Deed>,
  to: Target,
  { writers = 6, restMs = 0 } = {},
): Writers {
  const book: Book = {
    acknowledged: new Map(),
    deliveries: 0,
    unlike: [],
    counts: { done: 0, later: 0, cut: 0, silence: 0, wrong: 0 },
    wrong: [],
    longestMs: 0,
    wellSince: new Array<number>(writers).fill(0),
  };
  let stopped = false;
  const deliver = async (deed: Deed, writer: number): Promise<void> => {
    while (!stopped) {
      const began = performance.now();
      const answer = await send(deed, to.address(), to.cookie);
      book.longestMs = Math.max(book.longestMs, performance.now() - began);
      book.counts[answer.kind] += 1;
      if (answer.kind === 'done') {
        book.wellSince[writer] = began;
        note(book, deed, answer);
        return;
      }
      if (answer.kind === 'wrong') {
        book.wrong.push(`${deed.kind} ${deed.id}: ${answer.what}`);
        return;
      }
      if (deed.fickle) return;
      await sleep(betweenAttemptsMs);
    }
  };
  const done = Promise.all(
    book.wellSince.map(async (_, writer) => {
      for (let next = deliveries.next(); !next.done && !stopped; next = deliveries.next()) {
        await deliver(next.value, writer);
        if (restMs > 0) await sleep(restMs);
      }
      book.wellSince[writer] = Number.POSITIVE_INFINITY;
    }),
  ).then(() => {});
  return {
    book,
    stop: () => {
      stopped = true;
    },
    done,
  };
}

function note(book: Book, deed: Deed, { status, body }: Acknowledged): void {
  book.deliveries += 1;
  const first = book.acknowledged.get(deed.id);
  if (first === undefined) book.acknowledged.set(deed.id, { status, body });
  else if (first.status !== status || first.body !== body) book.unlike.push(deed.id);
}

/** Waits until every writer has succeeded with an attempt begun after the instant. @returns seconds since */
export async function wellAgain(
  { book }: Writers,
  since: number,
  limitMs: number,
): Promise<number> {
  while (!book.wellSince.every((began) => began > since)) {
    if (performance.now() - since > limitMs) return Number.POSITIVE_INFINITY;
    await sleep(20);
  }
  return (performance.now() - since) / 1000;
}
