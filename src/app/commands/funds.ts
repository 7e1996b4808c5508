/** zhuzhen funds check: proves the books. */
import { bookRules, checkBooks } from '../../funds/check.ts';
import type { Command } from './command.ts';
import { withDatabase } from './session.ts';

export const fundsCheck: Command = {
  takes: '[--json]',
  about:
    '核对资金账是否平衡 / prove the books of funds; 1 when a rule does not hold, naming the first bad row',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ jobs }) => {
      const faults = await checkBooks(jobs);
      if (json) console.log(JSON.stringify({ rules: bookRules.map(({ name }) => name), faults }));
      else {
        for (const { name, about } of bookRules) {
          const fault = faults.find(({ rule }) => rule === name);
          console.log(`${fault ? '✗' : '✓'} ${about.zh} / ${about.en}`);
          if (fault)
            console.log(
              `  ${fault.county} ${fault.row}: ${fault.is} ≠ ${fault.should} (${fault.count})`,
            );
        }
      }
      return faults.length === 0 ? 0 : 1;
    }),
};
