// One person's record beside the roster: who they are, hidden numbers, corrections, and who looked.
import { useState } from 'react';
import { minuteOf } from '../../../access/web/own/minute.ts';
import { HiddenValue } from '../../../access/web/personal/hidden-value.tsx';
import { LooksOf } from '../../../access/web/personal/looks.tsx';
import { useAsk } from '../../../platform/web/ask.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { Answer, Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import type { PersonCard as Card } from '../../contract-people.ts';
import { CorrectPersonForm } from './correct-person.tsx';

export function PersonDrawer({ person, onClose }: { person: string; onClose: () => void }) {
  const t = useT();
  const asked = useAsk<Card>(`/api/teams/people/${person}`);
  const mayCorrect = useMay('teams.write');
  const maySeeLooks = useMay('personal.reveal');
  const [correcting, setCorrecting] = useState(false);
  const title = asked.data?.name ?? t('teams.person.card');
  return (
    <Drawer open title={title} onClose={onClose}>
      <Answer of={asked}>
        {(card) => (
          <>
            <Facts card={card} />
            {!card.kept && <p className="section-note">{t('teams.person.elsewhere')}</p>}
            {card.kept &&
              mayCorrect &&
              (correcting ? (
                <CorrectPersonForm
                  card={card}
                  onDone={() => setCorrecting(false)}
                  onCancel={() => setCorrecting(false)}
                />
              ) : (
                <button type="button" className="plain-button" onClick={() => setCorrecting(true)}>
                  {t('teams.person.correct')}
                </button>
              ))}
            {card.changes.length > 0 && (
              <Section title={t('teams.person.changes')}>
                <ul className="person-changes">
                  {card.changes.map((one) => (
                    <li key={one.at}>{changeOf(one, t)}</li>
                  ))}
                </ul>
              </Section>
            )}
            {card.kept && maySeeLooks && <LooksOf person={person} />}
          </>
        )}
      </Answer>
    </Drawer>
  );
}

function Facts({ card }: { card: Card }) {
  const t = useT();
  const facts = [
    ['sex', card.sex && t(`teams.sex.${card.sex}`)],
    ['born', card.bornIn],
    ['education', card.education && t(`teams.education.${card.education}`)],
    ['rank', card.rank && t(`teams.rank.${card.rank}`)],
    ['unit', card.organisationName],
  ] as const;
  const numbers = [
    ['teams.person.id_number', card.idNumber],
    ['teams.person.phone', card.phone],
  ] as const;
  return (
    <dl className="person-facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`teams.person.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {card.kept &&
        numbers.map(([field, mask]) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd>
              {mask === null ? (
                t('teams.person.none')
              ) : (
                <HiddenValue mask={mask} field={field} row={card.id} name={card.name} />
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}

const changeOf = ({ at, by, fields }: Card['changes'][number], t: T): string =>
  t('teams.person.change', {
    at: minuteOf(at),
    by: by ?? t('teams.person.somebody'),
    fields: fields
      .map(({ name, deed }) =>
        t('teams.person.field_done', {
          field: t(`teams.person.field.${name}`),
          deed: t(`teams.correction.${deed}`),
        }),
      )
      .join(t('teams.list.comma')),
  });
