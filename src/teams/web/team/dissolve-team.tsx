// Dissolving a team: whoever is in post must leave first, so they are named before anything is sent.
import { useT } from '../../../platform/web/i18n.tsx';
import type { TeamPage } from '../../contract.ts';
import type { Written } from '../../contract-values.ts';
import { DayDeed } from '../fields/day-deed.tsx';

/** As many names as one reads at a glance. */
const shown = 12;

export function DissolveTeamForm(props: {
  team: TeamPage;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { team, onDone, onCancel } = props;
  const t = useT();
  const names = [...new Set(team.roster.map((row) => row.name))];
  const first = names.slice(0, shown).join(t('teams.list.and'));
  const listed = names.length > shown ? t('teams.list.more', { names: first }) : first;
  return (
    <DayDeed
      path={`/api/teams/teams/${team.id}/dissolve`}
      verb={t('teams.form.team.dissolve')}
      about={
        <>
          <p>{team.name}</p>
          {names.length > 0 ? (
            <p className="field-error">
              {t('teams.form.team.dissolve.staffed', { count: names.length, names: listed })}
            </p>
          ) : (
            <p>{t('teams.form.team.dissolve.about')}</p>
          )}
        </>
      }
      note={{
        name: 'reason',
        label: t('teams.form.team.dissolve.reason'),
        help: t('teams.form.team.dissolve.reason.help'),
      }}
      day={{
        name: 'dissolvedOn',
        label: t('teams.form.team.dissolvedOn'),
        help: t('teams.form.team.dissolvedOn.help'),
        min: team.formedOn,
        after: team.formedOn,
      }}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
