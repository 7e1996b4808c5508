/** Which kind of row an endpoint leaves in the audit. Pure. */

export const kinds = [
  'deed',
  'sign_in',
  'rights',
  'read',
  'export',
  'reveal',
  'print',
  'emergency',
  'retention',
] as const;
export type AuditKind = (typeof kinds)[number];

interface Asked {
  method: string;
  url: string;
  permission: string;
  stream?: string;
  audited?: boolean;
  leaves?: string;
}

const rights = new Set(['access.accounts', 'access.grant', 'access.settings', 'access.emergency']);

/** @throws RangeError when an endpoint declares a kind there is not */
export function kindOf(endpoint: Asked, inEmergency: boolean): AuditKind {
  const { method, url, permission, leaves } = endpoint;
  if (leaves !== undefined) return declared(leaves);
  if (permission === 'personal.reveal') return 'reveal';
  if (method === 'GET') {
    if (endpoint.stream) return 'export';
    return inEmergency ? 'emergency' : 'read';
  }
  if (rights.has(permission)) return 'rights';
  const own = permission === 'public' || permission === 'signed_in';
  return own && /^\/(public\/)?api\/access\//.test(url) ? 'sign_in' : 'deed';
}

function declared(name: string): AuditKind {
  const kind = kinds.find((one) => one === name);
  if (!kind) throw new RangeError(`no kind of audit row: ${name}`);
  return kind;
}
