/** The table of roles in docs/security.md, made from roles.ts, the presets of the policy and the words. Pure. */

import type { Words } from '../kit/words.ts';
import { roleNames, roles } from './roles.ts';
import { presets } from './rules/policy.ts';
import { words as accountWords } from './words-accounts.ts';
import { words as roleWords } from './words-roles.ts';

const words: Words = { ...accountWords, ...roleWords };
const [begin, end] = ['<!-- roles: written by zhuzhen generate -->', '<!-- /roles -->'];

/** A document with the table between its marks made anew. @throws Error when it has no marks */
export function withRolesTable(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no ${begin} … ${end} in the document`);
  return `${document.slice(0, from + begin.length)}\n${table()}\n${document.slice(to)}`;
}

function table(): string {
  const lines = roleNames.map((name) => {
    const { may, scope, levels } = roles[name];
    const asked = presets.level3.secondFactorRoles.includes(name);
    return [
      `${said(`access.role.${name}`).en} ${said(`access.role.${name}`).zh}`,
      may.map((permission) => said(`access.permission.${permission}`).en.toLowerCase()).join('; '),
      said(`access.scope_from.${scope}`).en,
      levels.join(', '),
      asked ? 'yes' : '',
    ];
  });
  return [
    ['Role', 'May', 'Sees', 'Home at', 'Second factor (level 3)'],
    ['---', '---', '---', '---', '---'],
    ...lines,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function said(key: string): { zh: string; en: string } {
  const word = words[key];
  if (!word) throw new Error(`${key} has no words`);
  return word;
}
