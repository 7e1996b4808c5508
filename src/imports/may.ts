/** Which sheets a caller may take in: those whose form they may send. */
import { Absent, type Caller, Refusal } from '../platform/http/endpoint.ts';
import type { SheetKind } from '../platform/sheets/kind.ts';
import { kindOf } from './kinds.ts';

/** @throws Absent when there is no such sheet; Refusal when its form is not for the caller. */
export function mustHaveKind(code: string, { permissions }: Caller): SheetKind {
  const kind = kindOf(code);
  if (!kind) throw new Absent();
  if (!permissions.has(kind.permission)) throw new Refusal('imports.refusal.other_form');
  return kind;
}
