/** The product as `npm start` runs it, as a process of its own that can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

const compiled = `${checkout}node_modules/.cache/zhuzhen-compiled`;

/** Beyond this the start has failed, however busy the machine. */
const startLimit = 120_000;

export interface Product {
  /** Where it answers now; another address after every start. */
  address(): string;
  pid(): number;
  isAlive(): boolean;
  /** kill -9, and the wait for its end. */
  kill(): Promise<void>;
  /** After a kill, on the same data. */
  startAgain(): Promise<void>;
  /** In good order. @returns its exit code */
  stop(): Promise<number | null>;
  /** The last of what it printed. */
  said(): string;
}

type Environment = { DATA_DIR: string } | { DATABASE_URL: string };

export async function aProduct(where: Environment): Promise<Product> {
  let running = await started(where);
  const ended = async (signal: NodeJS.Signals) => {
    const { child } = running;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  };
  return {
    address: () => running.address,
    pid: () => running.child.pid ?? 0,
    isAlive: () => running.child.exitCode === null && running.child.signalCode === null,
    kill: async () => {
      await ended('SIGKILL');
    },
    startAgain: async () => {
      running = await started(where);
    },
    stop: () => ended('SIGTERM'),
    said: () => running.said(),
  };
}

interface Running {
  child: ChildProcess;
  address: string;
  said(): string;
}

async function started(where: Environment): Promise<Running> {
  const { DATA_DIR, DATABASE_URL, ...env } = process.env;
  // Tied by its channel: when the test is killed the product ends, too.
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start', '--empty'], {
    cwd: checkout,
    env: {
      ...env,
      ...where,
      PORT: '0',
      HOST: '127.0.0.1',
      RATE_LIMIT: '0', // the writers are one account
      LOG_LEVEL: 'warn', // what it says of faults must not scroll away
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: compiled, // a third of a start's work, and there are many starts
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  const said = () => text;
  const address = await new Promise<string>((resolve, reject) => {
    const failed = (why: string) =>
      reject(new Error(`the product ${why} before it was ready:\n${text}`));
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      failed('took too long');
    }, startLimit);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        text = (text + part.toString('utf8')).slice(-20_000);
        const found = /Zhuzhen is running: (http:\/\/\S+)/.exec(text)?.[1];
        if (found) resolve(found);
        if (found) clearTimeout(limit);
      });
    child.once('exit', (code) => {
      clearTimeout(limit);
      failed(`ended with ${code}`);
    });
  });
  return { child, address, said };
}
