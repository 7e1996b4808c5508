// Facts of one thing, in pairs of a name and a value.
import { Fragment, type ReactNode } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';

/** The word of a fact, and what it is. */
export type Fact = readonly [word: string, value: ReactNode];

export function FactList({ facts }: { facts: readonly Fact[] }) {
  const t = useT();
  return (
    <dl className="definition">
      {facts.map(([word, value]) => (
        <Fragment key={word}>
          <dt>{t(word)}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
