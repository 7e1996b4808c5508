/** The product as it is run: its own command in a process of its own, on a free port. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));

export interface Product {
  address: string;
  /** What it wrote on standard output. */
  heard(): string;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

/** @throws Error with what it said when it ends before it serves */
export async function startProduct(env: Record<string, string>): Promise<Product> {
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start', '--empty'], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'], // it ends when its channel closes, so it never outlives the test
  });
  let out = '';
  let all = '';
  child.stdout?.on('data', (part) => {
    out += part;
    all += part;
  });
  child.stderr?.on('data', (part) => {
    all += part;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const said = /Zhuzhen is running: (http:\/\/\S+)/.exec(out);
      if (said?.[1]) resolve(said[1]);
    });
    ended.then((code) => reject(new Error(`ended with ${code}:\n${all}`)));
  });
  return {
    address,
    heard: () => out,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
