/** A thread of its own for one file: whatever it is, the server goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Reading, readFile } from './read-file.ts';

parentPort?.postMessage(readFile(workerData as Reading)); // given by beside.ts
