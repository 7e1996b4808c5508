/** History as people read it: from the states a row went through to what was done. */
import type { Change } from './contract.ts';

/** One state of a row. `to` is null for the present one. */
export interface State {
  id: string;
  subject: string;
  from: string;
  to: string | null;
  by: string | null;
  endsOn: string | null;
  /** Values as text, by the name of the field. */
  fields: Record<string, string | null>;
}

/** What was done to the rows of one kind, latest first. */
export function changesOf(what: Change['what'], states: readonly State[]): Change[] {
  const byId = Map.groupBy(states, (state) => state.id);
  const changes = [...byId.values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
    return inOrder.flatMap((state, at) => changeTo(what, state, inOrder[at - 1]));
  });
  return changes.toSorted((a, b) => compare(b.at, a.at) || compare(b.id, a.id));
}

function changeTo(what: Change['what'], state: State, before: State | undefined): Change[] {
  const names = Object.keys(state.fields);
  const fields = names
    .map((name) => ({
      name,
      before: before?.fields[name] ?? null,
      after: state.fields[name] ?? null,
    }))
    .filter((field) => field.before !== field.after);
  if (before && fields.length === 0) return [];
  const common = { id: state.id, at: state.from, by: state.by, what, subject: state.subject };
  if (!before) return [{ ...common, deed: 'added', fields }];
  const ended = before.endsOn === null && state.endsOn !== null;
  const reopened = before.endsOn !== null && state.endsOn === null;
  return [{ ...common, deed: ended ? 'ended' : reopened ? 'reopened' : 'changed', fields }];
}

/** Null, the present, comes last. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
