/** What can go wrong with a request, as values the answer is made from (RFC 9457). */
import type { Lang } from '../../kit/words.ts';

export type Params = Record<string, string | number>;

/** Words a refusal in a language: what happened, and what to do next. */
export type Say = (code: string, params: Params, lang: Lang) => { detail: string; todo: string };

/** A rule said no: 422 unless told otherwise. The code names the text in words.ts. */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Params;
  readonly status: number;
  constructor(code: string, params: Params = {}, status = 422) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.status = status;
  }
}

/** The object is absent, or outside the caller's scope: nobody may tell which. */
export class Absent extends Refusal {
  constructor() {
    super('platform.refusal.absent', {}, 404);
    this.name = 'Absent';
  }
}

/** A text carries a mark of secrecy: it is refused and kept nowhere. The mark is one of a list, never what was sent. */
export class Classified extends Refusal {
  /** Where it stood: 'body/note'. */
  readonly path: string;
  constructor(path: string, mark: string) {
    super('platform.refusal.classified', { mark });
    this.name = 'Classified';
    this.path = path;
  }
}

/** The request is not of the shape the endpoint takes. */
export class BadShape extends Refusal {
  readonly fields: { path: string; message: string }[];
  constructor(fields: { path: string; message: string }[]) {
    super('platform.refusal.shape', { fields: fields.map((f) => f.path || '/').join(', ') }, 400);
    this.name = 'BadShape';
    this.fields = fields;
  }
}
