/** The commands of the division registry as people run them: what they print, and how they end. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { pendingTemplate } from '../../../../test/registry.ts';

const d = useDatabase(...pendingTemplate);
const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuzhen-divisions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Each is a process of its own that brings the database to this version first: two seconds, not 300 ms.
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: d.adminUrl };
    execFile(process.execPath, [cli, 'divisions', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
const load = async (content: string | Uint8Array) => {
  const file = join(folder, 'divisions.csv');
  await writeFile(file, content);
  return run('load', file, '--edition', '2022', '--cut-off', '2022-10-31');
};

test('load names every fault with its line, in words, and ends with 1', async () => {
  const { code, out } = await load(
    'code,name,level,parent_code\n440000000000,广东省,province,\n4401,广州市,city,440000000000\n440200000000,,city,\n',
  );
  expect(code).toBe(1);
  expect(out).toContain('第 3 行：代码“4401”不是 12 位的区划代码');
  expect(out).toContain('line 4: Code 440200000000 has no name');
  expect(out).toContain('line 4: Code 440200000000 names no place above it');
});

test('load refuses what is no UTF-8, what is no CSV, and a day that does not exist', async () => {
  const gbk = Buffer.concat([
    Buffer.from('code,name,level,parent_code\n440000000000,'),
    Uint8Array.of(0xb9, 0xe3, 0xb6, 0xab), // 广东
    Buffer.from(',province,\n'),
  ]);
  const refused = await load(gbk);
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('不是 UTF-8 编码') });
  expect(refused.out).toContain('第 2 行');
  expect((await load(Uint8Array.of(0x50, 0x4b, 3, 4))).out).toContain('Excel 工作簿');
  const file = join(folder, 'divisions.csv');
  const day = await run('load', file, '--edition', '2022', '--cut-off', '2022-02-30');
  expect(day).toMatchObject({ code: 1, out: expect.stringContaining('--cut-off') });
});

test('diff tells every change with its evidence and how sure it is, and the counts at the end', async () => {
  const { code, out } = await run('diff', '2020', '2021');
  expect(code).toBe(0);
  expect(out).toContain(
    '改变类别 440113118000 沙湾镇 → 440113017000 沙湾街道；所辖 19 个单位有 19 个随之转入',
  );
  expect(out).toMatch(/镇级 \/ Town level，并入 \/ Merged，确定 \/ Certain：\d+/);
});

test('upgrade names what is open and ends with 1; with --accept-uncertain it goes on', async () => {
  const asked = await run('upgrade', '2021');
  expect(asked.code).toBe(1);
  expect(asked.out).toContain('440823450000');
  expect(asked.out).toContain('--accept-uncertain');
  const { code, out } = await run('upgrade', '2021', '--accept-uncertain');
  expect(code).toBe(0);
  expect(out).toContain('2021-10-31');
  const kept = await d.db.selectFrom('regions.decision').select('decided_by').execute();
  expect(kept.map((row) => row.decided_by)).toEqual(Array(4).fill('command'));
  expect((await run('upgrade', '2021')).code).toBe(0);
});
