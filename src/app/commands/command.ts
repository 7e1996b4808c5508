/** What one command of `zhuzhen` says of itself. */
import type { ParseArgsOptionsConfig } from 'node:util';

export interface Command {
  /** Its arguments and options, for the help. */
  takes: string;
  about: string;
  /** How many arguments it takes. */
  arguments: number;
  options?: ParseArgsOptionsConfig;
  /** @returns the exit code */
  run(args: string[], options: Record<string, string | boolean | undefined>): Promise<number>;
}
