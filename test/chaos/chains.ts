/** The three stages and what happens on each, one after the other; the stages do not touch each other. */
import { join } from 'node:path';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { randomFrom } from '../property/random.ts';
import { causesOf } from './cases/causes.ts';
import { deliveredAgain } from './cases/delivered-again.ts';
import { fullDisk } from './cases/full-disk.ts';
import { killCycles } from './cases/kill-cycles.ts';
import { survive } from './cases/survive.ts';
import type { Figures } from './figures.ts';
import type { Sizes } from './sizes.ts';
import { adminUrlOf } from './stage/cluster.ts';
import { aProduct } from './stage/product.ts';
import { aProxy } from './stage/proxy.ts';
import { aSmallDisk } from './stage/small-disk.ts';
import { copyOf, type World } from './stage/world.ts';

export interface Stage {
  folder: string;
  world: World;
  seed: number;
  sizes: Sizes;
  /** Told of every case when it is over. */
  show?(figures: Figures): void;
}

/** The product with its own PostgreSQL is killed, part by part, while it is written to. */
export async function killed({ folder, world, seed, sizes, show }: Stage): Promise<Figures[]> {
  const dataDir = copyOf(world, join(folder, 'killed'));
  const product = await aProduct({ DATA_DIR: dataDir });
  try {
    const on = { world, product, dataDir };
    const cycles = await killCycles(on, { seed, ...sizes.kills });
    show?.(cycles);
    const deliveries = await deliveredAgain(on, { seed: seed + 1, ...sizes.deliveries });
    show?.(deliveries);
    return [cycles, deliveries];
  } finally {
    await product.stop();
  }
}

/** An outside database, and a proxy on the way to it. */
export async function cutOff({ folder, world, seed, sizes, show }: Stage): Promise<Figures[]> {
  const dataDir = copyOf(world, join(folder, 'outside'));
  const database = await startEmbedded({ dataDir, log: () => {} });
  const { adminUrl } = database;
  const proxy = await aProxy(adminUrl, randomFrom(seed));
  try {
    const product = await aProduct({ DATABASE_URL: proxy.url });
    try {
      const found: Figures[] = [];
      for (const [i, cause] of causesOf({ proxy, adminUrl }, sizes.survival).entries()) {
        const figures = await survive(cause, { product, world, adminUrl, seed: seed + 2 + i });
        show?.(figures);
        found.push(figures);
      }
      return found;
    } finally {
      proxy.open();
      await product.stop();
    }
  } finally {
    await proxy.close();
    await database.stop();
  }
}

/** The product and its own PostgreSQL on a disk that fills up. @returns why no such disk can be made here, or the figures */
export async function filledUp({
  folder,
  world,
  seed,
  sizes,
  show,
}: Stage): Promise<Figures | { impossible: string }> {
  const disk = aSmallDisk(join(folder, 'disk'));
  if ('impossible' in disk) return disk;
  try {
    const dataDir = copyOf(world, join(disk.path, 'data'));
    const product = await aProduct({ DATA_DIR: dataDir });
    try {
      const cause = fullDisk(disk, dataDir, sizes.survival.diskMs);
      const adminUrl = adminUrlOf(dataDir);
      const figures = await survive(cause, { product, world, adminUrl, seed: seed + 100 });
      show?.(figures);
      return figures;
    } finally {
      disk.widen();
      await product.stop();
    }
  } finally {
    disk.remove();
  }
}
