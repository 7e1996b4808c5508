/** The command line: which command, with what, and an honest exit code. */
import { parseArgs } from 'node:util';
import { StartProblem } from '../platform/db/start-problem.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands.ts';

const help = `zhuzhen 驻镇通

${Object.entries(commands)
  .map(([name, c]) => `  zhuzhen ${`${name} ${c.takes}`.trim().padEnd(44)} ${c.about}`)
  .join('\n')}

  --json      一行一条机器可读的结果 / one machine-readable result
  --help      本说明 / this text

环境变量 / environment: PORT HOST DATA_DIR DATABASE_URL BACKUP_DIR … (docs/operations.md)`;

process.exitCode = await main(process.argv.slice(2));

/** @returns 0 done, 1 refused or found wrong, 2 not understood. */
async function main(argv: string[]): Promise<number> {
  const found = commandOf(argv);
  if (!found || argv.includes('--help')) {
    console.log(help);
    return found || argv.length === 0 || argv.includes('--help') ? 0 : 2;
  }
  const { command, rest } = found;
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: rest,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, ...command.options },
    });
    if (parsed.positionals.length !== command.arguments)
      throw new Error(`takes: ${command.takes || 'nothing'}`);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return 2;
  }
  try {
    return await command.run(parsed.positionals, parsed.values);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The longest command name the arguments begin with: 'divisions load' before 'divisions'. */
function commandOf(argv: string[]): { command: Command; rest: string[] } | null {
  for (const words of [2, 1]) {
    const command = commands[argv.slice(0, words).join(' ')];
    if (command) return { command, rest: argv.slice(words) };
  }
  return null;
}
