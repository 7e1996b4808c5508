/** Whether what a provider says of a sign-on counts as two factors. Pure. */

/** As the security administrator set it; with both empty nothing counts. */
export interface Wanted {
  /** One of these must be the token's. */
  acr: readonly string[];
  /** Each of these must be among the token's. */
  amr: readonly string[];
}

/** What the ID token says, of whatever form. */
export interface Said {
  acr: unknown;
  amr: unknown;
}

export function countsAsTwo(wanted: Wanted, said: Said): boolean {
  if (wanted.acr.length === 0 && wanted.amr.length === 0) return false;
  const methods: readonly unknown[] = Array.isArray(said.amr) ? said.amr : [];
  const classFits = wanted.acr.length === 0 || wanted.acr.some((one) => one === said.acr);
  return classFits && wanted.amr.every((one) => methods.includes(one));
}
