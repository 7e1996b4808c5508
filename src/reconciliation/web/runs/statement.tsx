// The statement of differences 余额调节表, as it is printed and signed.
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import type { RunPage } from '../../contract-runs.ts';
import '../reconciliation.css';

export function Statement({ run }: { run: RunPage }) {
  const t = useT();
  const { statement, requested } = run;
  const money = (value: string) => <Value of={{ value, as: 'fen' }} money="yuan" bare />;
  const parts = (...wanted: string[]) =>
    statement.parts
      .filter(({ result }) => wanted.includes(result))
      .map(({ result, reason, count, amount }) => ({
        key: `${result} ${reason}`,
        name:
          result === 'ambiguous'
            ? t('reconciliation.result.ambiguous')
            : reason === null
              ? t('reconciliation.column.open')
              : t(`reconciliation.reason.${reason}`),
        count,
        amount: result === 'ours_only' ? (-BigInt(amount)).toString() : amount,
      }));
  const line = (name: string, side: { count?: number; amount: string }, strong = false) => (
    <tr key={name} className={strong ? 'statement-strong' : undefined}>
      <th scope="row">{t(`reconciliation.statement.${name}`)}</th>
      <td className="number">{side.count}</td>
      <td className="number">{money(side.amount)}</td>
    </tr>
  );
  const under = (list: ReturnType<typeof parts>) =>
    list.map(({ key, name, count, amount }) => (
      <tr key={key} className="statement-part">
        <th scope="row">{t('reconciliation.statement.of_which', { name })}</th>
        <td className="number">{count}</td>
        <td className="number">{money(amount)}</td>
      </tr>
    ));
  return (
    <>
      <table className="table statement">
        <caption className="out-of-sight">{t('reconciliation.statement')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reconciliation.statement.item')}</th>
            <th scope="col" className="number">
              {t('reconciliation.statement.count')}
            </th>
            <th scope="col" className="number">
              {t('reconciliation.sheet.yuan')}
            </th>
          </tr>
        </thead>
        <tbody>
          {line('ours', statement.ours, true)}
          {line('theirsOnly', statement.theirsOnly)}
          {under(parts('theirs_only'))}
          {line('oursOnly', statement.oursOnly)}
          {under(parts('ours_only'))}
          {line('differs', statement.differs)}
          {under(parts('amount_differs'))}
          {line('adjusted', { amount: statement.adjusted }, true)}
          {line('theirs', statement.theirs, true)}
          {line('gap', { amount: statement.gap }, true)}
        </tbody>
      </table>
      <p className="statement-signed">
        {t('reconciliation.statement.signed', {
          finished: run.finishedBy ?? '',
          confirmed: run.confirmedBy ?? '',
        })}
      </p>
      <p className={statement.closes ? 'statement-verdict' : 'statement-verdict run-open'}>
        {t(statement.closes ? 'reconciliation.statement.closes' : 'reconciliation.statement.open')}
        {requested.count > 0 && (
          <>
            {' '}
            {t('reconciliation.statement.requested', { count: requested.count })}{' '}
            {money(requested.amount)}
          </>
        )}
      </p>
    </>
  );
}
