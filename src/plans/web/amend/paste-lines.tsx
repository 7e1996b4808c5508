// Many lines at once, from a spreadsheet: read only when every one is understood.
import { useId, useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Choices, PlanPage, SaidTask } from '../../contract.ts';
import { type PasteProblem, readPlanLines } from '../../lines-text.ts';
import { type DraftLine, type MoneyChoice, pasted, type Unit } from './draft-lines.ts';

export function PasteLines(props: {
  plan: PlanPage;
  choices: Choices;
  moneys: readonly MoneyChoice[];
  tasks: readonly SaidTask[];
  unit: Unit;
  onRead: (lines: DraftLine[]) => void;
}) {
  const { plan, choices, moneys, tasks, unit, onRead } = props;
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly PasteProblem[]>([]);
  const read = () => {
    const found = readPlanLines(text, unit, {
      moneys: moneys.map(({ key, document, payerName, source }) => ({
        ...{ key, document, names: [payerName, t(`funds.source.${source}`)] },
      })),
      towns: [{ place: plan.place, name: plan.placeName }, ...choices.towns],
      projects: choices.projects,
      tasks: tasks.map(({ name }) => name),
      idle: [t('plans.reserve'), t('plans.binding')],
    });
    setProblems(found.problems);
    if (found.problems.length > 0) return;
    onRead(pasted(found.lines, unit));
    setText('');
  };
  return (
    <details>
      <summary>{t('plans.form.paste')}</summary>
      <div className="field">
        <label htmlFor={id}>{t('plans.form.paste.label')}</label>
        <textarea
          id={id}
          className="text-input"
          rows={6}
          value={text}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setText(target.value)}
        />
        <p id={`${id}-note`} className="field-help">
          {t('plans.form.paste.help', { unit: t(`plans.form.unit.${unit}`) })}
        </p>
        {problems.length > 0 && (
          <ol className="field-error" role="status">
            {problems.map(({ line, what, text: said }) => (
              <li key={line}>{t(`plans.form.paste.${what}`, { line, text: said })}</li>
            ))}
          </ol>
        )}
      </div>
      <button type="button" className="plain-button" disabled={text.trim() === ''} onClick={read}>
        {t('plans.form.paste.read')}
      </button>
    </details>
  );
}
