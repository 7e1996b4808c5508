// A unified social credit code as it is typed. Pure.
import { creditCodeFits } from '../../rules.ts';

/** As it is registered: without spaces, in capitals. */
export const codeOf = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** Complete, or left out. */
export const isCode = (typed: string): boolean => /^([0-9A-Z]{18})?$/.test(codeOf(typed));

/** The words beside the field: what it is for, or that the check character is wrong. */
export function codeHelp(typed: string): string {
  const code = codeOf(typed);
  return code.length === 18 && !creditCodeFits(code)
    ? 'teams.form.unit.code_doubtful'
    : 'teams.form.unit.code_help';
}
