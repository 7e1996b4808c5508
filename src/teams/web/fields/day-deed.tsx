// A deed that asks for one day and, where it must be told why or what, for a note: ending, leading, fulfilling.
import type { ReactNode } from 'react';
import { send } from '../../../platform/web/api.ts';
import type { Values } from '../../../platform/web/draft.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Written } from '../../contract-values.ts';

export interface DayDeedProps {
  /** Where it is sent; its draft is kept under the same name. */
  path: string;
  verb: string;
  /** What it is about, and what to know before. */
  about: ReactNode;
  /** The day, under its name in the body. */
  day: {
    name: string;
    label: string;
    help?: string;
    /** The first day that may be chosen. */
    min?: string | undefined;
    max?: string | undefined;
    /** A day it must lie after. */
    after?: string;
  };
  note?: { name: string; label: string; help?: string };
  onDone: (answer: Written) => void;
  onCancel: () => void;
}

export function DayDeed(props: DayDeedProps) {
  const { path, verb, about, day, note, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const initial: Values = { [day.name]: today, ...(note ? { [note.name]: '' } : {}) };
  const form = useForm(`teams.deed:${path}`, initial, (values) => ({
    [day.name]: dayProblem(values[day.name] ?? '', day.after, t),
    ...(note ? { [note.name]: values[note.name]?.trim() ? '' : t('teams.form.needed') } : {}),
  }));
  return (
    <Form
      form={form}
      verb={verb}
      send={(values, id) => send<Written>('POST', path, trimmed(values), id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">{about}</div>
      {note && (
        <TextField
          form={form}
          name={note.name}
          label={note.label}
          lines={3}
          required
          {...(note.help ? { help: note.help } : {})}
        />
      )}
      <DayField
        form={form}
        name={day.name}
        label={day.label}
        required
        {...(day.help ? { help: day.help } : {})}
        {...(day.min ? { min: day.min } : {})}
        {...(day.max ? { max: day.max } : {})}
      />
    </Form>
  );
}

function dayProblem(day: string, after: string | undefined, t: (key: string) => string): string {
  if (!day) return t('teams.form.needed');
  return after !== undefined && day <= after ? t('teams.form.end_after') : '';
}

const trimmed = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
