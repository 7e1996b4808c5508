/** Reads a file in a thread of its own, with so much memory and time and no more. */
import { Worker } from 'node:worker_threads';
import { Classified, Refusal } from '../../platform/http/endpoint.ts';
import type { FileRead, Reading, ReadOutcome } from './read-file.ts';

const patience = 20_000;
/** Each takes its share of memory: one at a time, the others wait in turn. */
let turn: Promise<unknown> = Promise.resolve();

/** @throws Refusal when it is no export, or too much of one; Classified when it carries a mark of secrecy */
export function readBeside(reading: Reading): Promise<FileRead> {
  const mine = turn.then(() => outcomeOf(reading));
  turn = mine.catch(() => {}); // whoever waits is told of their own file alone
  return mine.then((outcome) => {
    if ('mark' in outcome) throw new Classified('body/file', outcome.mark);
    if ('fault' in outcome) throw new Refusal(`reconciliation.refusal.${outcome.fault}`);
    return outcome;
  });
}

function outcomeOf(reading: Reading): Promise<ReadOutcome> {
  return new Promise((done, failed) => {
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: reading,
      resourceLimits: { maxOldGenerationSizeMb: 768 },
    });
    const tooMuch = () => failed(new Refusal('reconciliation.refusal.unreadable'));
    const late = setTimeout(() => {
      void thread.terminate();
      tooMuch();
    }, patience);
    thread.once('message', (outcome: ReadOutcome) => done(outcome));
    thread.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : failed(error),
    );
    thread.once('exit', () => clearTimeout(late));
  });
}
