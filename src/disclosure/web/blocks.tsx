// A frozen copy as it will be read: the same blocks every form of it is made from.
import type { CopyPage } from '../contract.ts';
import './disclosure.css';

export function Blocks({ of }: { of: Pick<CopyPage, 'title' | 'blocks'> }) {
  return (
    <article className="disclosure-copy">
      <h2>{of.title}</h2>
      {of.blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list has no other names
        <Block key={n} of={block} />
      ))}
    </article>
  );
}

function Block({ of }: { of: CopyPage['blocks'][number] }) {
  if (of.kind === 'heading') return <h3>{of.text}</h3>;
  if (of.kind === 'paragraph') return <p>{of.text}</p>;
  if (of.kind === 'facts')
    return (
      <table>
        <tbody>
          {of.rows.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  const lean = (column: number) => (of.numbers.includes(column) ? 'number' : undefined);
  return (
    <table>
      <thead>
        <tr>
          {of.head.map((cell, column) => (
            <th key={cell} scope="col" className={lean(column)}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.rows.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list has no other names
          <tr key={n}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stand under their heads
              <td key={column} className={lean(column)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
