// What the rules remind of: text, reason and source; nothing is blocked.
import { type T, useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { PostingRow } from '../contract.ts';
import type { Warning } from '../contract-values.ts';

/** Values of a warning that are codes are worded, postings are named; places and days stay as they are. */
function worded(params: Warning['params'], people: readonly Named[], t: T): Warning['params'] {
  const named = (posting: string | number) =>
    people.find(({ id }) => id === posting)?.name ?? t('teams.warning.somebody');
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'role') return [name, t(`teams.role.${value}`)];
      return name === 'posting' ? ['name', named(value)] : [name, value];
    }),
  );
}

type Named = Pick<PostingRow, 'id' | 'name'>;

export function Warnings(props: {
  all: readonly Warning[];
  title?: string;
  /** Postings the warnings may speak of: they carry ids, never names, because answers of deeds are kept. */
  people?: readonly Named[];
}) {
  const { all, title, people = [] } = props;
  const t = useT();
  if (all.length === 0) return null;
  return (
    <Section title={title ?? t('teams.team.warnings')} note={t('teams.team.warnings.note')}>
      <ul className="warnings">
        {all.map((one) => {
          const params = worded(one.params, people, t);
          return (
            <li key={one.code + JSON.stringify(one.params)}>
              {t(`teams.warning.${one.code}`, params)}{' '}
              <small>{t(`teams.warning.${one.code}.source`, params)}</small>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
