// One team: the roster by category, villages with their first secretaries, the units behind it, what changed.

import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { TeamPage as Page, PostingRow } from '../../contract.ts';
import type { Warning } from '../../contract-values.ts';
import { PersonDrawer } from '../person/person-card.tsx';
import { AddPostingForm } from '../posting/add-posting.tsx';
import { ChangePostingForm } from '../posting/change-posting.tsx';
import { EndPostingForm } from '../posting/end-posting.tsx';
import { useDeeds } from '../use-deeds.ts';
import { Warnings } from '../warnings.tsx';
import { DissolveTeamForm } from './dissolve-team.tsx';
import { TeamChanges } from './team-changes.tsx';
import { TeamPeople } from './team-people.tsx';
import { TeamPlace } from './team-place.tsx';
import { TeamUnits } from './team-units.tsx';
import '../teams.css';

/** What is open beside the page. */
type Doing =
  | { deed: 'add' | 'dissolve' }
  | { deed: 'person'; person: string }
  | { deed: 'change' | 'end'; posting: PostingRow };

export default function TeamPage() {
  const t = useT();
  const { today } = useSession();
  const { to } = usePlacePeriod();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Page>(`/api/teams/teams/${id}`, { on: to });
  const may = useMay('teams.write') && asked.data?.dissolvedOn === null;
  const { doing, begin, close, done, said } = useDeeds<Doing>();
  return (
    <>
      <PageTitle
        question={asked.data?.name ?? t('teams.page.teams')}
        time={t('teams.page.as_of', { day: to })}
        actions={
          may && (
            <>
              <button
                type="button"
                className="plain-button"
                onClick={() => begin({ deed: 'dissolve' })}
              >
                {t('teams.form.team.dissolve')}
              </button>
              <button type="button" className="main-button" onClick={() => begin({ deed: 'add' })}>
                {t('teams.form.posting.add')}
              </button>
            </>
          )
        }
      />
      {to < today && <p className="page-lead">{t('teams.team.later', { day: to })}</p>}
      <Answer of={asked}>
        {(team) => (
          <>
            <TeamHead team={team} />
            <Warnings
              title={t('teams.form.done')}
              all={said.filter((one) => !team.warnings.some((own) => same(own, one)))}
              people={[...team.roster, ...team.others]}
            />
            <Warnings all={team.warnings} people={team.roster} />
            <TeamPeople
              team={team}
              day={to}
              onPerson={(person) => begin({ deed: 'person', person })}
              {...(may
                ? {
                    onDo: (deed: 'change' | 'end', posting: PostingRow) => begin({ deed, posting }),
                  }
                : {})}
            />
            <TeamPlace team={team} />
            <TeamUnits team={team} may={may} />
            <TeamChanges team={team.id} />
            <Drawer
              open={doing?.deed === 'add'}
              title={t('teams.form.posting.add')}
              onClose={close}
            >
              <AddPostingForm team={team} onDone={done} onCancel={close} />
            </Drawer>
            <Drawer
              open={doing?.deed === 'dissolve'}
              title={t('teams.form.team.dissolve')}
              onClose={close}
            >
              <DissolveTeamForm team={team} onDone={done} onCancel={close} />
            </Drawer>
            {doing?.deed === 'person' && <PersonDrawer person={doing.person} onClose={close} />}
            {doing && 'posting' in doing && (
              <Drawer
                open
                title={t('teams.form.posting.of', {
                  name: doing.posting.name,
                  role: t(
                    doing.deed === 'end' ? 'teams.form.posting.end' : 'teams.form.posting.change',
                  ),
                })}
                onClose={close}
              >
                {doing.deed === 'change' ? (
                  <ChangePostingForm
                    team={team}
                    posting={doing.posting}
                    onDone={done}
                    onCancel={close}
                  />
                ) : (
                  <EndPostingForm posting={doing.posting} onDone={done} onCancel={close} />
                )}
              </Drawer>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function TeamHead({ team }: { team: Page }) {
  const t = useT();
  return (
    <p className="page-lead">
      {[
        [team.cityName, team.countyName === team.cityName ? '' : team.countyName, team.placeName]
          .filter(Boolean)
          .join(' '),
        t(`regions.kind.${team.placeKind}`),
        team.tier ? t(`regions.tier_name.${team.tier}`) : '',
        t('teams.team.formed', { day: team.formedOn }),
        team.dissolvedOn ? t('teams.team.dissolved', { day: team.dissolvedOn }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

/** What a deed answered and the page says anyway is said once. */
const same = (a: Warning, b: Warning): boolean =>
  a.code === b.code && JSON.stringify(a.params) === JSON.stringify(b.params);
