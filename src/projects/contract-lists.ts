/** A year's projects as bars, and what a town hands over. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { closed, Key, orNull, page, paging } from '../teams/contract-values.ts';
import { noticeStages, requestKinds, requestStates, shortfallKinds, states } from './codes.ts';
import { ProjectRow } from './contract.ts';

export const YearQuery = Type.Object(
  { place: Key, year: Type.String({ pattern: '^20[0-9]{2}$' }), ...paging },
  closed,
);
export const YearRow = Type.Object({
  id: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  number: Type.String(),
  name: Type.String(),
  state: Type.Enum([...states]),
  progress: Type.Integer(),
  plannedFrom: orNull(Type.String()),
  plannedTo: orNull(Type.String()),
  startedOn: orNull(Type.String()),
  completedOn: orNull(Type.String()),
});
export type YearRow = Static<typeof YearRow>;
export const YearRows = page(YearRow);

const ofProject = { project: Type.String(), projectName: Type.String() };
export const HandoverPack = Type.Object({
  townName: Type.String(),
  countyName: Type.String(),
  /** Not yet handed over, terminated or discarded. */
  projects: Type.Array(ProjectRow),
  contracts: Type.Array(
    Type.Object({
      ...ofProject,
      id: Type.String(),
      number: Type.String(),
      contractor: Type.String(),
      /** What it is worth now, and what of it was paid. */
      amount: Type.String(),
      paid: Type.String(),
      retention: Type.Integer(),
      retainedTo: orNull(Type.String()),
    }),
  ),
  /** Requests for payment that are not paid yet. */
  requests: Type.Array(
    Type.Object({
      ...ofProject,
      id: Type.String(),
      kind: Type.Enum([...requestKinds]),
      amount: Type.String(),
      payee: Type.String(),
      askedOn: Type.String(),
      state: Type.Enum([...requestStates]),
      since: Type.String(),
    }),
  ),
  /** Notices that run, or have an objection nobody answered. */
  notices: Type.Array(
    Type.Object({
      ...ofProject,
      id: Type.String(),
      stage: Type.Enum([...noticeStages]),
      endsOn: Type.String(),
      unanswered: Type.Integer(),
    }),
  ),
  shortfalls: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Enum([...shortfallKinds]),
      name: Type.String(),
      foundOn: Type.String(),
      projectName: orNull(Type.String()),
    }),
  ),
  /** Assets nobody keeps. */
  assets: Type.Array(
    Type.Object({
      ...ofProject,
      id: Type.String(),
      name: Type.String(),
      takenOverOn: Type.String(),
    }),
  ),
});
export type HandoverPack = Static<typeof HandoverPack>;
