// Who did what to a project, its contracts and requests.
import { clockAt } from '../../../kit/period.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { ProjectPage } from '../../contract.ts';

export function HistoryPart({ project }: { project: ProjectPage }) {
  const t = useT();
  type Event = ProjectPage['events'][number];
  const verb = (event: Event) =>
    event.kind === 'project'
      ? t(`projects.verb.${event.verb}`)
      : t(`projects.money_verb.${event.verb}`);
  const about = (event: Event) => {
    if (event.kind === 'adjustment') return t('projects.history.adjustment');
    if (event.kind === 'contract')
      return t('projects.history.contract', { number: event.about ?? '' });
    if (event.kind === 'request')
      return t('projects.history.request', { kind: t(`projects.request_kind.${event.about}`) });
    return '';
  };
  return (
    <Section title={t('projects.part.history')}>
      <ol className="project-history">
        {project.events.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.verb}`}>
            <span className="project-when">{clockAt(Date.parse(event.at)).slice(0, 16)}</span>{' '}
            {event.by ?? t('projects.history.nobody')} · {verb(event)} {about(event)}
            {event.reason && t('projects.history.because', { text: event.reason })}
          </li>
        ))}
      </ol>
    </Section>
  );
}
