// What a project is: content, who builds it, whom it serves, which shortfall it fills.
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { ProjectPage } from '../../contract.ts';

export function FactsPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const lang = useLang();
  const comma = lang === 'zh' ? '、' : ', ';
  const without = t('projects.without');
  const days = [
    ['startedOn', project.startedOn],
    ['completedOn', project.completedOn],
    ['acceptedOn', project.acceptedOn],
    ['settledOn', project.settledOn],
    ['handedOn', project.handedOn],
  ].flatMap(([name, day]) => (day ? [`${t(`projects.column.${name}`)} ${day}`] : []));
  const facts: [string, string][] = [
    ['task', t(`projects.task.${project.task}`)],
    ['bindingTask', project.bindingTask ?? without],
    ['implementer', project.implementer],
    ['villages', project.villages.map(({ name }) => name).join(comma) || without],
    [
      'planned',
      project.plannedFrom || project.plannedTo
        ? `${project.plannedFrom ?? ''} – ${project.plannedTo ?? ''}`
        : without,
    ],
    ['days', days.join(comma) || without],
    [
      'beneficiaries',
      t('projects.beneficiaries', {
        households: project.households,
        people: project.people,
        lifted: project.lifted,
        monitored: project.monitored,
      }),
    ],
    [
      'benefitLink',
      [
        project.benefitLink ? t(`projects.benefit_link.${project.benefitLink}`) : without,
        project.benefitNote,
      ]
        .filter(Boolean)
        .join(lang === 'zh' ? '，' : ', '),
    ],
    [
      'clearances',
      t('projects.clearances', {
        land: t(`projects.clearance.${project.land}`),
        environment: t(`projects.clearance.${project.environment}`),
      }),
    ],
    [
      'shortfalls',
      project.shortfalls
        .map(({ name, closedOn }) => (closedOn ? t('projects.filled', { name }) : name))
        .join(comma) || without,
    ],
    ['target', project.target ?? without],
    ['result', project.result ?? without],
  ];
  return (
    <Section title={t('projects.part.facts')}>
      <p className="project-content">{project.content}</p>
      <dl className="project-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`projects.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
