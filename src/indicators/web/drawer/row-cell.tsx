// One cell of a drill-down row: labels instead of codes, a link where the row names another page's object.
import type { MoneyUnit } from '../../../kit/money.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { Definition } from '../../contract.ts';
import { beijing } from '../format.ts';

export function RowCell(props: {
  column: Definition['columns'][number];
  value: string | null | undefined;
  link: string | null | undefined;
  money: MoneyUnit | undefined;
}) {
  const { column, value, link, money } = props;
  const t = useT();
  if (value === null || value === undefined) return null;
  if (column.type === 'fen') {
    return <Value of={{ value, as: 'fen' }} {...(money ? { money } : {})} bare />;
  }
  if (column.type === 'number') return <Value of={{ value, as: 'count' }} bare />;
  const text = textOf(column, value, t);
  if (!column.link || !link)
    return <span className={column.type === 'date' ? 'digits' : undefined}>{text}</span>;
  const [to = '', search] = column.link.replace('{}', link).split('?');
  return (
    <PageLink to={to} search={Object.fromEntries(new URLSearchParams(search))}>
      {text}
    </PageLink>
  );
}

function textOf(
  { type, vocabulary }: Definition['columns'][number],
  value: string,
  t: (key: string) => string,
): string {
  if (type === 'flag') return t(`indicators.page.flag.${value}`);
  if (type === 'instant') return beijing(value);
  return vocabulary ? t(`${vocabulary}.${value}`) : value;
}
