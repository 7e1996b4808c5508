/** The API document for people and programs: /api/openapi.json, and the same as plain HTML at /api/reference. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Endpoint, Lang } from '../../platform/http/endpoint.ts';
import { isWrite } from '../../platform/http/endpoint.ts';
import { langOf } from '../../platform/http/request/parts.ts';
import { openApi } from './openapi.ts';

export function serveApiDocument(app: FastifyInstance, endpoints: readonly Endpoint[]): void {
  const document = JSON.stringify(openApi(endpoints));
  app.get('/api/openapi.json', (_, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
  app.get('/api/reference', (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    const asked = (request.query as { lang?: string }).lang;
    const lang = asked === 'en' || asked === 'zh' ? asked : langOf(request);
    return reply
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      )
      .type('text/html; charset=utf-8')
      .send(page(endpoints, lang, nonce));
  });
}

const texts = {
  zh: {
    title: '接口说明',
    about:
      '金额是以分为单位的字符串；地方是 12 位键；日期为北京时间 YYYY-MM-DD。写操作带 Idempotency-Key（UUIDv7）和 X-Zhuzhen: 1，重复提交只办一次。',
    permission: '权限',
    fields: '参数',
    body: '提交内容',
    reply: '返回',
    other: '<a href="?lang=en">English</a>',
  },
  en: {
    title: 'API reference',
    about:
      'Amounts are strings of fen, places 12-digit keys, dates YYYY-MM-DD in Beijing time. Writes carry Idempotency-Key (UUIDv7) and X-Zhuzhen: 1; a repeated one is done once.',
    permission: 'Permission',
    fields: 'Parameters',
    body: 'Body',
    reply: 'Reply',
    other: '<a href="?lang=zh">中文</a>',
  },
} as const;

function page(endpoints: readonly Endpoint[], lang: Lang, nonce: string): string {
  const t = texts[lang];
  const rooms = Map.groupBy(endpoints, (e) => e.url.replace('/public', '').split('/')[2] ?? '');
  const sections = [...rooms].map(
    ([room, list]) => `<h2 id="${room}">${room}</h2>${list.map((e) => article(e, lang)).join('')}`,
  );
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><title>${t.title} · 驻镇通</title>
<style nonce="${nonce}">${style}</style>
<main><header><h1>${t.title}</h1><p>${t.about}</p><p>${t.other} · <a href="/api/openapi.json">openapi.json</a></p>
<nav>${[...rooms.keys()].map((room) => `<a href="#${room}">${room}</a>`).join(' ')}</nav></header>${sections.join('')}</main></html>`;
}

function article(e: Endpoint, lang: Lang): string {
  const t = texts[lang];
  const parts: [string, unknown][] = [
    [t.fields, e.params || e.query ? { ...schemaOf(e.params), ...schemaOf(e.query) } : undefined],
    [t.body, e.body],
    [t.reply, e.stream ? e.stream : Object.values(e.reply)[0]],
  ];
  const details = parts
    .filter(([, schema]) => schema !== undefined)
    .map(
      ([name, schema]) =>
        `<details><summary>${name}</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`,
    );
  return `<article><h3><code class="${isWrite(e) ? 'write' : 'read'}">${e.method}</code> <code>${escaped(e.url)}</code></h3>
<p>${escaped(e.summary[lang])} <small>${t.permission}: ${escaped(e.permission)}</small></p>${details.join('')}</article>`;
}

const schemaOf = (schema: unknown) =>
  (schema as { properties?: Record<string, unknown> } | undefined)?.properties ?? {};
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const style = `body{margin:0;background:#fbfaf6;color:#1f2a24;font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:960px;margin:0 auto;padding:24px}nav a{margin-right:12px}a{color:#2f7d4f}h2{border-bottom:1px solid #1f2a24;margin-top:40px}
article{border-bottom:1px solid #d9d5c8;padding:8px 0}h3{font-size:14px;margin:4px 0}p{margin:4px 0}small{color:#5d665f}
pre{background:#fff;border:1px solid #d9d5c8;padding:8px;overflow:auto;max-height:320px;font-size:12px;line-height:18px}
.write{color:#b5482f}.read{color:#2b6f9e}@media print{details{display:none}}`;
