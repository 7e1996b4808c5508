// The drawer beside the list of pairings, for whatever is being done about one.
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import { DayDeed } from '../fields/day-deed.tsx';
import type { Deeds } from '../use-deeds.ts';
import { AddDutyForm } from './add-duty.tsx';
import { AddPairingForm } from './add-pairing.tsx';
import type { Duty } from './duties.tsx';

export type PairingDeed =
  | { deed: 'add' }
  | { deed: 'end' | 'owe'; pairing: PairingRow }
  | { deed: 'fulfil' | 'drop'; duty: Duty };

const titles = {
  add: 'teams.form.pairing.add',
  end: 'teams.form.pairing.end',
  owe: 'teams.form.duty.add',
  fulfil: 'teams.form.duty',
  drop: 'teams.form.duty.end',
} as const;

export function PairingDeeds({ doing, close, done }: Deeds<PairingDeed>) {
  const t = useT();
  if (!doing) return null;
  return (
    <Drawer open title={t(titles[doing.deed])} onClose={close}>
      <DeedForm doing={doing} onDone={done} onCancel={close} />
    </Drawer>
  );
}

function DeedForm(props: {
  doing: PairingDeed;
  onDone: Deeds<PairingDeed>['done'];
  onCancel: () => void;
}) {
  const { doing, ...rest } = props;
  const t = useT();
  const { today } = useSession();
  if (doing.deed === 'add') return <AddPairingForm {...rest} />;
  if ('pairing' in doing) {
    if (doing.deed === 'owe') return <AddDutyForm pairing={doing.pairing} {...rest} />;
    const { id, helperName, placeName, startsOn, duties } = doing.pairing;
    const open = duties.filter((duty) => !duty.fulfilledOn && !duty.endedOn);
    return (
      <DayDeed
        path={`/api/teams/pairings/${id}/end`}
        verb={t(titles.end)}
        about={
          <>
            <p>{t('teams.pairing.between', { helper: helperName, helped: placeName })}</p>
            {open.length > 0 && (
              <p>
                {t('teams.form.pairing.end.open', {
                  duties: open.map((duty) => duty.promise).join(t('teams.list.semicolon')),
                })}
              </p>
            )}
          </>
        }
        day={{
          name: 'endsOn',
          label: t('teams.form.pairing.endsOn'),
          help: t('teams.form.pairing.endsOn.help'),
          min: startsOn,
          after: startsOn,
        }}
        {...rest}
      />
    );
  }
  const { duty } = doing;
  const about = t('teams.pairing.duty', {
    kind: t(`teams.duty_kind.${duty.kind}`),
    promise: duty.promise,
  });
  return doing.deed === 'fulfil' ? (
    <DayDeed
      path={`/api/teams/duties/${duty.id}/fulfil`}
      verb={t(titles.fulfil)}
      about={about}
      note={{ name: 'fulfilled', label: t('teams.form.duty.fulfilled') }}
      day={{ name: 'fulfilledOn', label: t('teams.form.duty.fulfilledOn'), max: today }}
      {...rest}
    />
  ) : (
    <DayDeed
      path={`/api/teams/duties/${duty.id}/end`}
      verb={t(titles.drop)}
      about={
        <>
          <p>{about}</p>
          <p>{t('teams.form.duty.end.about')}</p>
        </>
      }
      note={{ name: 'note', label: t('teams.form.reason') }}
      day={{ name: 'endsOn', label: t('teams.form.duty.endsOn') }}
      {...rest}
    />
  );
}
