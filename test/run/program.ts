/** Running one program of a step: its output is kept, a signal reaches it, its exit code decides. */
import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratch } from './scratch.ts';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

export interface Counts {
  passed: number;
  failed: number;
  /** Tests this machine does not allow, each with the reason. */
  skipped: readonly string[];
  /** What to show when something failed. */
  output: string;
}

const running = new Set<ChildProcess>();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    if (running.size === 0) process.exit(code);
    for (const child of running) {
      child.once('exit', () => running.size === 0 && process.exit(code));
      child.kill(signal);
    }
  });

/** Runs a program to its end; passes when it exits with 0. */
export async function program(name: string, args: readonly string[]): Promise<Counts> {
  const { code, output } = await runToEnd(name, args);
  const ended = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { ...ended, skipped: [], output };
}

/** What an operator set for the product must not change what is tested. */
function cleanEnv(): NodeJS.ProcessEnv {
  const { PORT, HOST, DATA_DIR, DATABASE_URL, NODE_ENV, ...env } = process.env;
  return {
    ...env,
    ...scratch,
    PATH: join(checkout, 'node_modules', '.bin') + delimiter + (env.PATH ?? ''),
  };
}

export function runToEnd(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: checkout,
      env: { ...cleanEnv(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    const heard: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => heard.push(part));
    child.stderr.on('data', (part: Buffer) => heard.push(part));
    const done = (code: number, more = '') =>
      resolve({ code, output: Buffer.concat(heard).toString('utf8') + more });
    child.once('error', (error) => {
      running.delete(child);
      done(127, error.message);
    });
    child.once('close', (code) => done(code ?? 1));
  });
}
