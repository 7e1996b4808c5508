/** Files that hold keys are their owner's alone. */
import { statSync } from 'node:fs';
import { StartProblem } from '../db/start-problem.ts';

/** @throws StartProblem when others may read or write the key file */
export function refuseOpenFile(file: string): void {
  if ((statSync(file).mode & 0o077) !== 0)
    throw new StartProblem(
      `密钥文件 ${file} 其他用户也能读：请执行 chmod 600 ${file}`,
      `others may read the key file ${file}: run chmod 600 ${file}`,
    );
}
