// A form about one deed: checks while typing, keeps what was typed, and has one button named as the deed.
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem } from './api.ts';
import { type Draft, useDraft, type Values } from './draft.ts';
import { goToFirstWrong } from './first-wrong.ts';
import { useT } from './i18n.tsx';
import { told } from './page.tsx';
import './form.css';

export type Errors<V extends Values> = Partial<Record<keyof V, string | undefined>>;

/** The state of a form; fields take it whole. */
export interface FormState<V extends Values> extends Draft<V> {
  /** What is wrong with a field, once it was touched or sending was tried. */
  errorOf(name: keyof V): string | undefined;
  touch(name: keyof V): void;
  errors: Errors<V>;
  /** Used by Form. */
  refuse(fields: Errors<V>): void;
  tryAll(): void;
}

/**
 * @param name which form of which object, for its draft: `teams.posting.end:<id>`
 * @param check says in words what is still wrong, field by field; empty when nothing is
 * @param unkept fields whose values are in no draft
 */
export function useForm<V extends Values>(
  name: string,
  initial: V,
  check: (values: V) => Errors<V>,
  unkept: readonly (keyof V)[] = [],
): FormState<V> {
  const draft = useDraft(name, initial, unkept);
  const [touched, setTouched] = useState<ReadonlySet<keyof V>>(new Set());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Errors<V>>({});
  const errors = given({ ...refused, ...given(check(draft.values)) });
  return {
    ...draft,
    errors,
    set(change) {
      setRefused((now) => without(now, Object.keys(change)));
      draft.set(change);
    },
    errorOf: (field) => (tried || touched.has(field) ? errors[field] : undefined),
    touch: (field) => setTouched((now) => new Set([...now, field])),
    refuse: (fields) => {
      setRefused(fields);
      setTried(true);
    },
    tryAll: () => setTried(true),
  };
}

export interface FormProps<V extends Values, A> {
  form: FormState<V>;
  /** The deed: 提交县审, 结束派驻. */
  verb: string;
  /** Sends the deed under the id given. */
  send: (values: V, id: string) => Promise<A>;
  onDone: (answer: A) => void;
  onCancel?: () => void;
  children: ReactNode;
}

export function Form<V extends Values, A>(props: FormProps<V, A>) {
  const { form, verb, send, onDone, onCancel, children } = props;
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  /** How often sending was refused for a field: each time the page goes to the first of them, once it is marked. */
  const [refusals, setRefusals] = useState(0);
  const wrong = Object.keys(form.errors).length;

  useEffect(() => {
    if (refusals > 0 && element.current) goToFirstWrong(element.current);
  }, [refusals]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    form.tryAll();
    if (wrong > 0) setRefusals((now) => now + 1);
    if (wrong > 0 || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await send(form.values, form.idFor(form.values));
      form.discard();
      onDone(answer);
    } catch (error) {
      setProblem(error);
      if (error instanceof ApiProblem) {
        const fields = fieldsOf(error, form.values);
        form.refuse(fields);
        if (Object.keys(fields).length > 0) setRefusals((now) => now + 1);
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form ref={element} className="deed" onSubmit={(event) => void onSubmit(event)} noValidate>
      {form.restored && (
        <p className="deed-draft" role="status">
          {t('platform.web.form.draft')}
          <button type="button" className="text-button" onClick={form.discard}>
            {t('platform.web.form.discard')}
          </button>
        </p>
      )}
      {children}
      {problem !== undefined && <FormProblem problem={problem} />}
      <div className="form-foot">
        {tried && wrong > 0 && (
          <p className="field-error" role="status">
            {t('platform.web.form.check', { count: wrong })}
          </p>
        )}
        {onCancel && (
          <button type="button" className="plain-button" onClick={onCancel}>
            {t('platform.web.form.cancel')}
          </button>
        )}
        <button type="submit" className="main-button" disabled={busy}>
          {busy ? t('platform.web.form.sending') : verb}
        </button>
      </div>
    </form>
  );
}

function FormProblem({ problem }: { problem: unknown }) {
  const t = useT();
  const { what, todo, requestId } = told(problem, t);
  return (
    <div className="face face-failed" role="alert">
      <p className="face-what">{what}</p>
      {todo && <p>{todo}</p>}
      {requestId && <p className="face-request">{t('platform.web.request', { id: requestId })}</p>}
    </div>
  );
}

/** Which fields the server names, by the last part of their path. */
function fieldsOf<V extends Values>(problem: ApiProblem, values: V): Errors<V> {
  const named = problem.fields
    .map(({ path, message }) => [path.split('/').at(-1) ?? '', message] as const)
    .filter(([name]) => name in values);
  return Object.fromEntries(named) as Errors<V>; // filtered to the names of V
}

function given<V extends Values>(errors: Errors<V>): Errors<V> {
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text)) as Errors<V>;
}

function without<V extends Values>(errors: Errors<V>, names: readonly string[]): Errors<V> {
  return Object.fromEntries(
    Object.entries(errors).filter(([name]) => !names.includes(name)),
  ) as Errors<V>;
}
