/** The product's own program, run by tests as a person runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
/** A template outlives a run, and what is sealed in it must open in the next. */
export const lastingKeys = `e2e aes-256-gcm ${Buffer.alloc(32, 7).toString('base64')}`;

interface Command {
  child: ChildProcess;
  heard(): string;
}

/** @throws Error with what the command said when it does not end well. */
export async function ended({ child, heard }: Command): Promise<void> {
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${heard()}`);
}

/** A program tied to us: it sees its channel close when we are killed, and ends too. */
export function command(args: string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, ZHUZHEN_KEYS: lastingKeys, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      text = (text + part.toString('utf8')).slice(-20_000);
    });
  return { child, heard: () => text };
}
