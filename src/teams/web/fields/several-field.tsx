// Any number of a closed list, all in sight; kept in the draft as codes parted by commas.
import { useId } from 'react';
import type { Values } from '../../../platform/web/draft.ts';
import type { Choice } from '../../../platform/web/fields.tsx';
import type { FormState } from '../../../platform/web/form.tsx';

export function SeveralField<V extends Values>(props: {
  form: FormState<V>;
  name: keyof V & string;
  label: string;
  help: string;
  choices: readonly Choice[];
}) {
  const { form, name, label, help, choices } = props;
  const id = useId();
  const chosen = severalOf(form.values[name]);
  const set = (value: string, on: boolean) => {
    const next = choices
      .map((one) => one.value)
      .filter((one) => (one === value ? on : chosen.includes(one)));
    form.set({ [name]: next.join(',') } as Partial<V>); // the name is one of V's
  };
  return (
    <fieldset className="field choice-field" aria-describedby={`${id}-note`}>
      <legend>{label}</legend>
      <div className="several">
        {choices.map((one) => (
          <label key={one.value}>
            <input
              type="checkbox"
              checked={chosen.includes(one.value)}
              onChange={(event) => set(one.value, event.target.checked)}
            />
            {one.label}
          </label>
        ))}
      </div>
      <p id={`${id}-note`} className="field-help">
        {help}
      </p>
    </fieldset>
  );
}

/** The codes a draft keeps. */
export const severalOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').filter(Boolean);
