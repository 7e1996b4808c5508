// What was done to a finding, by whom, when and why.
import { clockAt } from '../../kit/period.ts';
import { useT } from '../../platform/web/i18n.tsx';
import type { FindingPage } from '../contract.ts';

export function History({ finding }: { finding: Pick<FindingPage, 'events'> }) {
  const t = useT();
  return (
    <ol className="finding-history">
      {finding.events.map((event) => (
        <li key={`${event.at} ${event.verb}`}>
          <span className="finding-when">{clockAt(Date.parse(event.at)).slice(0, 16)}</span>{' '}
          {event.by ??
            event.office ??
            t(event.verb === 'register' ? 'supervision.the_public' : 'supervision.nightly')}
          {event.by && event.office && t('supervision.of_office', { office: event.office })}{' '}
          {t(`supervision.verb.${event.verb}`)}
          {event.owner && t('supervision.given_to', { owner: event.owner })}
          {event.replyBy && t('supervision.answer_by', { day: event.replyBy })}
          {event.said && t('supervision.because', { text: event.said })}
        </li>
      ))}
    </ol>
  );
}
