// The one way pages speak with the server: JSON in and out, problems as values of one class.
import type { Lang } from '../../kit/words.ts';
import { newId } from './uuid.ts';

export type Query = Record<string, string | number | boolean | undefined>;
export interface FieldProblem {
  path: string;
  message: string;
}

/** What the server answered instead (RFC 9457), or that it could not be reached (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly todo: string;
  readonly requestId: string;
  readonly fields: readonly FieldProblem[];
  constructor(given: Partial<Omit<ApiProblem, 'name' | 'message'>> & { status: number }) {
    super(given.detail ?? given.code ?? String(given.status));
    this.name = 'ApiProblem';
    this.status = given.status;
    this.code = given.code ?? 'platform.web.unreachable';
    this.detail = given.detail ?? '';
    this.todo = given.todo ?? '';
    this.requestId = given.requestId ?? '';
    this.fields = given.fields ?? [];
  }
}

let language: Lang = 'zh';
let signedOut: () => void = () => {};
let stepUp: (() => Promise<boolean>) | undefined;
let proving: Promise<boolean> | undefined;

/** Language of the texts the server words itself. */
export function speak(lang: Lang): void {
  language = lang;
}

/** What happens when the server no longer knows who asks. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/**
 * What happens when a deed asks to prove again who is there; true when that was proved.
 * @returns takes the handler away
 */
export function onStepUp(handler: () => Promise<boolean>): () => void {
  stepUp = handler;
  return () => {
    if (stepUp === handler) stepUp = undefined;
  };
}

/** @throws ApiProblem */
export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return ask<T>('GET', pathWith(path, query), signal ? { signal } : {});
}

/**
 * Sends a deed. The same id with the same body happens once, however often it is sent.
 * @throws ApiProblem
 */
export function send<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  id: string = newId(),
): Promise<T> {
  const headers: Record<string, string> = { 'Idempotency-Key': id, 'X-Zhuzhen': '1' };
  if (body === undefined) return ask<T>(method, path, { headers });
  headers['Content-Type'] = 'application/json';
  return ask<T>(method, path, { headers, body: JSON.stringify(body) });
}

/**
 * Sends one file as the body itself; what it is about stands in the query.
 * @throws ApiProblem
 */
export function sendFile<T>(path: string, query: Query, file: Blob, id: string): Promise<T> {
  const headers = {
    'Idempotency-Key': id,
    'X-Zhuzhen': '1',
    'Content-Type': 'application/octet-stream',
  };
  return ask<T>('POST', pathWith(path, query), { headers, body: file });
}

/** A path with its query; what is undefined or empty is left out. */
export function pathWith(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return path;
  return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function ask<T>(method: string, path: string, init: RequestInit): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': language, ...init.headers };
  let response: Response;
  try {
    response = await fetch(path, { ...init, method, headers, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem({ status: 0 });
  }
  // The caller names the type: replies are checked against their schema by the server itself.
  if (response.status === 204) return undefined as T;
  const type = response.headers.get('content-type') ?? '';
  const body: unknown = type.includes('json') ? await response.json().catch(() => null) : null;
  if (response.ok && body !== null) return body as T;
  if (response.status === 401) signedOut();
  const problem = new ApiProblem({
    requestId: response.headers.get('x-request-id') ?? '',
    ...(body as Partial<ApiProblem> | null),
    status: response.ok ? 502 : response.status,
  });
  // The same request again, under the same id: it had not begun.
  if (problem.code.endsWith('.step_up') && (await proved())) return ask(method, path, init);
  throw problem;
}

/** Asks once, however many requests wait for it. */
async function proved(): Promise<boolean> {
  proving ??= stepUp?.().finally(() => {
    proving = undefined;
  });
  return (await proving) ?? false;
}
