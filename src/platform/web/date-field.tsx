// A day typed or picked, always shown as 2022-07-28. The calendar comes in its own chunk.
import { lazy, Suspense, useId } from 'react';
import { useT } from './i18n.tsx';

export interface DateFieldProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  help?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** Whether a day once given may be taken away again. */
  clearable?: boolean;
}

const Calendar = lazy(() => import('./calendar.tsx'));

export function DateField(props: DateFieldProps) {
  const { label, help, error, required = false, clearable = false, ...rest } = props;
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="field-required"> {t('platform.web.form.required')}</span>}
      </label>
      <Suspense fallback={<input id={id} className="text-input" value={rest.value} readOnly />}>
        <Calendar
          id={id}
          describedBy={help || error ? `${id}-note` : undefined}
          {...rest}
          invalid={Boolean(error)}
          clearable={clearable}
        />
      </Suspense>
      {(error || help) && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
          {error || help}
        </p>
      )}
    </div>
  );
}
