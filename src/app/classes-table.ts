/** The table of data classes in docs/security.md, made from data-classes.ts. Pure. */
import { columnClasses, dataClasses, sealedColumns, tableClasses } from './data-classes.ts';

const [begin, end] = ['<!-- classes: written by zhuzhen generate -->', '<!-- /classes -->'];

/** A document with the table between its marks made anew. @throws Error when it has no marks */
export function withClassesTable(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no ${begin} … ${end} in the document`);
  return `${document.slice(0, from + begin.length)}\n${table()}\n${document.slice(to)}`;
}

const sealed = new Set(sealedColumns.map(({ table, column }) => `${table}.${column}`));

function table(): string {
  const lines = dataClasses.map((name) => {
    const tables = Object.keys(tableClasses).filter((one) => tableClasses[one] === name);
    const columns = Object.keys(columnClasses).filter((one) => columnClasses[one] === name);
    return [
      name.replace('_', ' '),
      tables.map((one) => `\`${one}\``).join(' '),
      columns.map((one) => `\`${one}\`${sealed.has(one) ? ' (sealed)' : ''}`).join(' '),
    ];
  });
  const besides = [...sealed].filter((one) => !(one in columnClasses));
  return [
    ['Class', 'Tables', 'Single columns of other tables'],
    ['---', '---', '---'],
    ...lines,
    ['sealed beside', '', besides.map((one) => `\`${one}\``).join(' ')],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
