/** The answer to what never became a request: broken HTTP, headers too large, too slow in coming, an Expect nobody meets. */
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Say } from './problem.ts';

const kinds: Record<string, { status: number; code: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'platform.refusal.too_large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'platform.refusal.not_received' },
};
const broken = { status: 400, code: 'platform.refusal.unreadable' };

/** @returns what to do with such a connection: answer like any other fault, and close it. */
export function unread(say: Say): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { status, code } = kinds[error.code ?? ''] ?? broken;
    const { headers, body } = problemOf(say, status, code);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    // What answers a HEAD has no body: its sender would take one for the beginning of another answer.
    const { rawPacket } = error as { rawPacket?: unknown };
    const asksHead = rawPacket instanceof Buffer && rawPacket.toString('latin1', 0, 5) === 'HEAD ';
    const answer = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, ''];
    socket.end([...answer, asksHead ? '' : body].join('\r\n'));
  };
}

/** @returns what to do with a request that expects anything but 100-continue: Node would answer it with nothing. */
export function unmet(say: Say): (request: IncomingMessage, response: ServerResponse) => void {
  return (_, response) => {
    const { headers, body } = problemOf(say, 417, broken.code);
    response.writeHead(417, headers).end(body);
  };
}

function problemOf(say: Say, status: number, code: string) {
  const { detail, todo } = say(code, {}, 'zh'); // its language was not read either
  const requestId = randomUUID();
  const problem = { type: 'about:blank', title: detail, status, code, detail, todo, requestId };
  const body = JSON.stringify(problem);
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  };
  return { headers, body };
}
