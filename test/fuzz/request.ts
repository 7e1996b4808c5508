/** A request before it is sent: its parts apart, so that each can be bent. */
export interface Request {
  method: string;
  /** Parts of the path; `given` ones stand for a parameter. All as they stand in an address. */
  path: { text: string; given: boolean }[];
  /** As they stand in an address. */
  query: [string, string][];
  headers: Record<string, string>;
  body?: unknown;
  /** Sent instead of the body as it is. */
  raw?: string;
  /** Content type, where it is not the one of the body. */
  type?: string;
}
