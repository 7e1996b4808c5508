// People already on record under the name typed: choose one instead of entering them again.
import { useEffect, useId, useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { PersonRows, SamePersonRows } from '../../contract.ts';

export function KnownPeople(props: {
  place: string;
  name: string;
  organisation: string | undefined;
  chosen: string;
  onChoose: (person: string) => void;
}) {
  const { place, organisation, chosen, onChoose } = props;
  const t = useT();
  const group = useId();
  const name = useSettled(props.name.trim());
  const here = useAsk<PersonRows>(name ? '/api/teams/people' : undefined, { place, q: name });
  const elsewhere = useAsk<SamePersonRows>(
    name && organisation ? '/api/teams/people/same' : undefined,
    { name, organisation: organisation ?? '' },
  );
  const local = name ? (here.data?.rows ?? []) : [];
  const others = (name && organisation ? (elsewhere.data?.rows ?? []) : []).filter(
    (one) => !local.some((l) => l.id === one.id),
  );
  if (local.length === 0 && others.length === 0) return null;
  const all = [
    ...local.map((one) => ({
      id: one.id,
      text: [one.name, one.organisationName, one.postedTo]
        .filter(Boolean)
        .join(t('teams.list.comma')),
    })),
    ...others.map((one) => ({
      id: one.id,
      text: `${one.name}${t('teams.list.comma')}${t('teams.form.known.elsewhere')}`,
    })),
  ];
  return (
    <fieldset className="field choice-field">
      <legend>{t('teams.form.known')}</legend>
      {[...all, { id: '', text: t('teams.form.known.new') }].map((one) => (
        <label key={one.id || 'new'}>
          <input
            type="radio"
            name={group}
            checked={chosen === one.id}
            onChange={() => onChoose(one.id)}
          />
          {one.text}
        </label>
      ))}
    </fieldset>
  );
}

/** Long enough to finish a name: each question across counties is kept in the audit. */
const PAUSE = 600;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
