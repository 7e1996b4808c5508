// What was done to a rule or a plan, by whom, when and why.
import { clockAt } from '../../../kit/period.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { RuleEvent } from '../../contract-allocation.ts';

export function RuleHistory({ events }: { events: readonly RuleEvent[] }) {
  const t = useT();
  if (events.length === 0) return null;
  return (
    <Section title={t('funds.paper.history')}>
      <ol className="paper-history">
        {events.map((event) => (
          <li key={`${event.at} ${event.verb}`}>
            <span className="paper-when">{clockAt(Date.parse(event.at)).slice(0, 16)}</span>{' '}
            {event.by} {t(`funds.rule_verb.${event.verb}`)}
            {event.year !== null && t('funds.rule.of_year', { year: event.year })}
            {event.reason && t('funds.paper.because', { text: event.reason })}
          </li>
        ))}
      </ol>
    </Section>
  );
}
