/** Running vitest and counting its tests from its own report. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Counts, checkout, runToEnd } from './program.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** @param name of the report file, apart from other runs of vitest */
export async function vitest(name: string, args: readonly string[]): Promise<Counts> {
  const folder = join(checkout, 'node_modules', '.cache', 'zhuzhen-test');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await runToEnd('vitest', ['run', ...args, ...reporters]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [], output };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
  const broken = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  // An error outside of any test fails the run as well.
  const skipped = report.testResults
    .flatMap((f) => f.assertionResults)
    .filter((t) => ['skipped', 'pending', 'todo'].includes(t.status))
    .map((t) => t.fullName);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped,
    output,
  };
}
