/** A program of its own for work that may take long or much: with a limit on time, memory and what it may touch. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../..', import.meta.url));

export interface Within {
  /** Folders and files it may read beside the product itself. */
  reads: readonly string[];
  /** The folder it may write to. */
  writes?: string;
  ms: number;
  bytes: number;
  heapMb: number;
}

/** @returns what it said on standard output; null when it ended otherwise than well */
export function runApart(
  program: string,
  input: unknown,
  { reads, writes, ms, bytes, heapMb }: Within,
): Promise<string | null> {
  const own = ['src', 'node_modules', 'package.json'].map((path) => join(checkout, path));
  const child = spawn(
    process.execPath,
    [
      '--permission',
      ...[...own, ...reads].map((path) => `--allow-fs-read=${path}`),
      ...(writes ? [`--allow-fs-write=${writes}`] : []),
      `--max-old-space-size=${heapMb}`,
      '--no-warnings',
      program,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {} },
  );
  const late = setTimeout(() => child.kill('SIGKILL'), ms);
  const watch = setInterval(() => {
    void residentOf(child.pid).then((now) => now > bytes && child.kill('SIGKILL'));
  }, 100);
  child.stdin.on('error', () => undefined); // it ended before it had read its input: its code says so
  child.stdin.end(JSON.stringify(input));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  return new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? said : null));
  }).finally(() => {
    clearTimeout(late);
    clearInterval(watch);
  });
}

/** Bytes of memory a process holds; 0 where the system does not say. */
async function residentOf(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * 4_096;
}
