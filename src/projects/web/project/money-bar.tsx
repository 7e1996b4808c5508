// The money of a project as bars on one scale: budget, committed, spent; and the work done beside what was paid.
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import type { ProjectPage } from '../../contract.ts';

export function MoneyBar({ project }: { project: ProjectPage }) {
  const t = useT();
  const most = [project.budget, project.committed, project.spent]
    .map(Number)
    .reduce((a, b) => Math.max(a, b), 1);
  const paid =
    Number(project.committed) > 0 ? (Number(project.spent) / Number(project.committed)) * 100 : 0;
  return (
    <div className="money-bar">
      {(['budget', 'committed', 'spent'] as const).map((name) => (
        <Bar
          key={name}
          label={t(`projects.column.${name}`)}
          share={(Number(project[name]) / most) * 100}
          kind={name}
        >
          <Value of={{ value: project[name], as: 'fen' }} />
        </Bar>
      ))}
      <Bar label={t('projects.column.progress')} share={project.progress} kind="progress">
        {project.progress}%
      </Bar>
      <Bar
        label={t('projects.money.paid_share')}
        share={Math.min(paid, 100)}
        kind={paid > project.progress && !project.acceptedOn ? 'ahead' : 'spent'}
      >
        {paid.toFixed(1)}%
        {paid > project.progress && !project.acceptedOn && (
          <span className="project-late"> {t('projects.money.ahead')}</span>
        )}
      </Bar>
    </div>
  );
}

function Bar(props: { label: string; share: number; kind: string; children: React.ReactNode }) {
  return (
    <div className="money-bar-line">
      <span className="money-bar-name">{props.label}</span>
      <span className="money-bar-track" aria-hidden="true">
        <span className={`money-bar-fill ${props.kind}`} style={{ width: `${props.share}%` }} />
      </span>
      <span className="money-bar-value">{props.children}</span>
    </div>
  );
}
