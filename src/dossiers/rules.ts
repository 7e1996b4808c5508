/** What belongs into the dossier of a request, what is missing, and who may do what with it. Pure. */
import type { documentKinds, requestKinds, requestStates } from '../projects/codes.ts';
import { billedBy } from '../projects/rules-corrections.ts';

export type DocumentKind = (typeof documentKinds)[number];
export type RequestKind = (typeof requestKinds)[number];
export type RequestState = (typeof requestStates)[number];

/** A kind of paper a checklist asks for. */
export interface Asked {
  kind: DocumentKind;
  required: boolean;
}

const must = (kind: DocumentKind): Asked => ({ kind, required: true });
const may = (kind: DocumentKind): Asked => ({ kind, required: false });

/**
 * What is asked for where the county's office set nothing: contract, invoice, proof of what was done, notice, audit.
 * It rests on no document and says so on every page; a county's own list takes its place.
 */
export const standardChecklist: Record<RequestKind, readonly Asked[]> = {
  advance: [must('contract'), must('invoice'), may('plan'), may('tender'), may('notice')],
  progress: [must('contract'), must('invoice'), must('progress'), may('tender'), may('notice')],
  final: [
    ...[must('contract'), must('invoice'), must('acceptance'), must('notice'), must('audit')],
    ...[may('progress'), may('handover')],
  ],
  retention: [must('contract'), must('invoice'), must('acceptance'), may('audit')],
};

/** What a scan serves: one request, all requests of its contract, or all of its project. */
export type Serves = 'request' | 'contract' | 'project';

/** Invoices and statements of progress belong to one request, what led to a contract to that contract. */
const narrow: Partial<Record<DocumentKind, Serves>> = {
  invoice: 'request',
  progress: 'request',
  contract: 'contract',
  tender: 'contract',
};
export const servesOf = (kind: DocumentKind): Serves => narrow[kind] ?? 'project';

export interface Scan {
  kind: DocumentKind;
  number: string | null;
  contract: string | null;
  request: string | null;
}
/** A request as its papers are judged by. */
export interface Asking {
  id: string;
  contract: string;
  invoice: string | null;
}
/** Whether a scan of the project belongs to a request. */
export const servesRequest = (scan: Scan, request: Pick<Asking, 'id' | 'contract'>): boolean =>
  (scan.request === null || scan.request === request.id) &&
  (scan.contract === null || scan.contract === request.contract);

export interface Item<S extends Scan> extends Asked {
  files: S[];
}

/** The checklist with the scans that answer it, in its order; each scan once. */
export function itemsOf<S extends Scan>(
  asked: readonly Asked[],
  scans: readonly S[],
  request: Pick<Asking, 'id' | 'contract'>,
): Item<S>[] {
  const serving = scans.filter((scan) => servesRequest(scan, request));
  return asked.map((one) => ({ ...one, files: serving.filter(({ kind }) => kind === one.kind) }));
}

/** Whether a paper can answer for its kind: an invoice only where it is the one the request names. */
export const answers = (
  { kind, number, request: of }: Pick<Scan, 'kind' | 'number' | 'request'>,
  request: Asking,
): boolean => kind !== 'invoice' || billedBy({ number, request: of }, request);

/** Kinds that must be there and are not; another request's invoice is none of this one. */
export const missingOf = (items: readonly Item<Scan>[], request: Asking): DocumentKind[] =>
  items
    .filter(({ required, files }) => required && !files.some((scan) => answers(scan, request)))
    .map(({ kind }) => kind);

/** What stands in the way of a dossier: a rule that blocks, or hints nobody said anything to. Decided findings do not. */
export function hintsHinder(
  hints: readonly { blocking: boolean; decided: boolean }[],
  explanation: string | null,
): { code: 'blocked' | 'explain_hints'; count: number } | null {
  const open = hints.filter(({ decided }) => !decided);
  const blocking = open.filter((one) => one.blocking);
  if (blocking.length > 0) return { code: 'blocked', count: blocking.length };
  return open.length > 0 && !explanation?.trim()
    ? { code: 'explain_hints', count: open.length }
    : null;
}

/** Requests whose dossier is still to be made ready, and those of which one may be put together. */
export const waitingStates = ['drafted', 'returned', 'submitted', 'checked'] as const;
export const makingStates: readonly RequestState[] = ['checked', 'sent'];

/** Scans of a dossier that left with a request stay as they are. */
export const leftStates: readonly RequestState[] = ['sent', 'paid'];

export const mostFileBytes = 20 * 1_048_576;
/** One dossier: what a county's office can still open. */
export const mostDossierBytes = 200 * 1_048_576;
export const mostDossierPages = 800;
