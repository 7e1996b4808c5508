/**
 * A TCP proxy between the product and its database that can do what networks do: cut every connection, pass
 * nothing on, forget connections without a word, take its time.
 */
import { createServer, type Server, Socket } from 'node:net';
import type { Random } from '../../property/random.ts';

export interface TcpProxy {
  /** The database's address by way of the proxy. */
  url: string;
  /** Ends every connection with a reset, and new ones at once, until open. */
  cut(): void;
  /** Keeps every connection and passes nothing on in either direction, until open. */
  stall(): void;
  /** Passes nothing on, ever, on the connections of now, and tells neither end; new ones work. */
  forget(): void;
  /** Passes everything on after a delay between these milliseconds, until open. */
  slow(least: number, most: number): void;
  open(): void;
  close(): Promise<void>;
}

type Mode = { pass: true; delay: () => number } | { pass: false };
interface Pair {
  near: Socket;
  far: Socket;
  forgotten: boolean;
}

export async function aProxy(databaseUrl: string, random: Random): Promise<TcpProxy> {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port)];
  const pairs = new Set<Pair>();
  let refusing = false;
  let mode: Mode = { pass: true, delay: () => 0 };
  const waiting: (() => void)[] = [];
  const passing = async (): Promise<void> => {
    while (!mode.pass) await new Promise<void>((go) => waiting.push(go));
    const ms = mode.delay();
    if (ms > 0) await new Promise((done) => setTimeout(done, ms));
  };

  /** In order: what came first waits first, and what comes behind it waits for it. */
  const carry = (pair: Pair, from: Socket, to: Socket) => {
    let before = Promise.resolve();
    from.on('data', (part) => {
      before = before.then(passing).then(() => {
        if (!pair.forgotten && !to.destroyed) to.write(part);
      });
    });
    from.on('error', () => {}); // 'close' follows
    from.on('close', () => {
      before = before.then(() => {
        if (pair.forgotten) return;
        pairs.delete(pair);
        to.destroy();
      });
    });
  };
  const server = createServer((near) => {
    if (refusing) {
      near.on('error', () => {});
      near.resetAndDestroy();
      return;
    }
    near.setNoDelay(true);
    const far = new Socket();
    far.setNoDelay(true);
    const pair: Pair = { near, far, forgotten: false };
    pairs.add(pair);
    carry(pair, near, far);
    carry(pair, far, near);
    far.connect(port, host);
  });
  const set = (next: Mode) => {
    mode = next;
    if (next.pass) for (const go of waiting.splice(0)) go();
  };
  const end = () => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    pairs.clear();
  };
  url.port = String(await listening(server));
  return {
    url: url.toString(),
    cut: () => {
      refusing = true;
      end();
    },
    stall: () => set({ pass: false }),
    forget: () => {
      for (const pair of pairs) pair.forgotten = true;
    },
    slow: (least, most) => set({ pass: true, delay: () => least + random.below(most - least + 1) }),
    open: () => {
      refusing = false;
      set({ pass: true, delay: () => 0 });
    },
    close: async () => {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      resolve(typeof at === 'object' && at !== null ? at.port : 0);
    });
  });
}
