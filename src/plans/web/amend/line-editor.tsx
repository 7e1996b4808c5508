// The lines of a plan in a table: whose money, for which project or in reserve, which task, how much.
import { useT } from '../../../platform/web/i18n.tsx';
import type { Choices, PlanPage, SaidTask } from '../../contract.ts';
import { taskFor } from '../../rules-closing.ts';
import { type DraftLine, type MoneyChoice, plainIn, reserveAt, type Unit } from './draft-lines.ts';

export function LineEditor(props: {
  plan: PlanPage;
  choices: Choices;
  moneys: readonly MoneyChoice[];
  tasks: readonly SaidTask[];
  lines: readonly DraftLine[];
  unit: Unit;
  error: string | undefined;
  onChange: (lines: DraftLine[]) => void;
}) {
  const { plan, choices, moneys, tasks, lines, unit, error, onChange } = props;
  const t = useT();
  const change = (at: number, to: Partial<DraftLine>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...to } : line)));
  const documentOf = (key: string) => moneys.find((one) => one.key === key)?.document;
  const places = [{ place: plan.place, name: plan.placeName }, ...choices.towns];
  return (
    <>
      <table className="plan-lines">
        <caption className="out-of-sight">{t('plans.form.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plans.form.line')}</th>
            <th scope="col">{t('plans.form.money')}</th>
            <th scope="col">{t('plans.form.use')}</th>
            <th scope="col">{t('plans.column.task')}</th>
            <th scope="col">{t('plans.form.amount', { unit: t(`plans.form.unit.${unit}`) })}</th>
            <th scope="col">{t('plans.column.note')}</th>
            <th scope="col">
              <span className="out-of-sight">{t('plans.form.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const named = (what: string) => t('plans.form.of_line', { line: at + 1, what });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line being typed has nothing else of its own
              <tr key={at}>
                <td>{at + 1}</td>
                <td>
                  <select
                    className="select-input"
                    aria-label={named(t('plans.form.money'))}
                    value={line.money}
                    onChange={({ target }) => change(at, { money: target.value, task: '' })}
                  >
                    <option value="">{t('plans.form.choose')}</option>
                    {moneys.map((one) => (
                      <option key={one.key} value={one.key}>
                        {t('plans.form.money.choice', {
                          document: one.document,
                          source: t(`funds.source.${one.source}`),
                          amount: plainIn(one.received, 'wan'),
                        })}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    className="select-input"
                    aria-label={named(t('plans.form.use'))}
                    value={line.use}
                    onChange={({ target }) => change(at, { use: target.value })}
                  >
                    <option value="">{t('plans.form.choose')}</option>
                    {places.map(({ place, name }) => (
                      <optgroup key={place} label={name}>
                        <option value={reserveAt(place)}>
                          {t('plans.form.reserve', { place: name })}
                        </option>
                        {choices.projects
                          .filter((one) => one.place === place)
                          .map((one) => (
                            <option key={one.id} value={one.id}>
                              {one.number} {one.name}
                            </option>
                          ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    className="select-input"
                    aria-label={named(t('plans.column.task'))}
                    value={line.task}
                    onChange={({ target }) => change(at, { task: target.value })}
                  >
                    <option value="">{t('plans.no_task')}</option>
                    {tasks
                      .filter(
                        (task) =>
                          taskFor(tasks, {
                            task: task.name,
                            document: documentOf(line.money) ?? '',
                          }) === task,
                      )
                      .map(({ name, binding }) => (
                        <option key={name} value={name}>
                          {binding ? '★ ' : ''}
                          {name}
                        </option>
                      ))}
                  </select>
                </td>
                <td>
                  <input
                    className="text-input"
                    inputMode="decimal"
                    autoComplete="off"
                    maxLength={20}
                    aria-label={named(t('plans.column.amount'))}
                    value={line.amount}
                    onChange={({ target }) => change(at, { amount: target.value })}
                  />
                </td>
                <td>
                  <input
                    className="text-input"
                    autoComplete="off"
                    maxLength={80}
                    aria-label={named(t('plans.column.note'))}
                    value={line.note}
                    onChange={({ target }) => change(at, { note: target.value })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={named(t('plans.form.remove'))}
                    onClick={() => onChange(lines.filter((_, i) => i !== at))}
                  >
                    {t('plans.form.remove')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {error && (
        <p className="field-error" role="status">
          {error}
        </p>
      )}
    </>
  );
}
