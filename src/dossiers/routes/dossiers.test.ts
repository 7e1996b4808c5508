/** From the first scan to the dossier that left: uploads, what is missing, one PDF in the county's order, and whose it is. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneBehindTheOther } from '../../../test/at-once.ts';
import { useDatabase } from '../../../test/database.ts';
import {
  aBrokenPdf,
  aDossier,
  aPayment,
  aPdf,
  aPng,
  aWebPage,
  once,
  type Payment,
} from '../../../test/dossiers.ts';
import { type Answer, aPerson, aServer, type Person } from '../../../test/people.ts';
import { aProvince, aTown, places } from '../../../test/places.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { fileStore } from '../../platform/files/file-store.ts';
import { sweepFiles } from '../../platform/files/sweep.ts';
import { newId } from '../../platform/new-id.ts';
import type { Checklists, DossierPage, RequestRow, Scan, UploadQuery } from '../contract.ts';
import { fileColumns } from '../tables.ts';

const database = useDatabase();
const files = fileStore(join(mkdtempSync(join(tmpdir(), 'zz-dossiers-')), 'files'));
let server: FastifyInstance;
let town: string;
let clerk: Person;
let office: Person;
let sibling: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database, { files });
  town = (await aTown(database.db, { under: places.county })).key;
  clerk = await aPerson(database, server, 'town', town);
  office = await aPerson(database, server, 'county_finance', places.county);
  sibling = await aPerson(database, server, 'county_finance', places.siblingCounty);
  await database.db
    .insertInto('platform.setting')
    .values({ name: 'today', value: '"2022-07-28"' })
    .execute();
});
afterAll(() => server.close());

const upload = (
  who: Person,
  at: Payment,
  kind: UploadQuery['kind'],
  bytes: Buffer,
  more: Partial<UploadQuery> = {},
  id = newId(),
) => {
  const query = {
    ...{
      project: at.project,
      request: at.request,
      kind,
      title: `${kind}一份`,
      dated: '2022-06-01',
    },
    ...{ name: '扫描件.pdf', class: 'internal', ...more },
  };
  const path = `/api/dossiers/files?${new URLSearchParams(query)}`;
  return who.send<{ id: string; sha256: string }>('POST', path, bytes, id);
};
const page = async (who: Person, { request }: Payment) =>
  (await who.get<DossierPage>(`/api/dossiers/requests/${request}`)).body;
const make = (who: Person, { request }: Payment, explanation: string | null = '公示照片随后补录') =>
  who.send<{ id: string; sha256: string; pages: number }>('POST', '/api/dossiers/dossiers', {
    ...{ request, explanation },
  });
const done = <T>(answer: Answer<T>, status = 201): T => {
  expect(answer.status, answer.text).toBe(status);
  return answer.body;
};
const refused = (answer: Answer, code: string, status = 422) =>
  expect(answer, answer.text).toMatchObject({ status, body: { code } });
const withdraw = (who: Person, file: string) =>
  who.send('POST', `/api/dossiers/files/${file}/withdraw`, { reason: '开错抬头' });
/** The bytes of a file, which the usual way of asking would take for text. */
const bytesOf = async (who: Person, url: string) => {
  const reply = await server.inject({ url, headers: { cookie: who.cookie } });
  expect(reply.statusCode, reply.payload).toBe(200);
  return { bytes: reply.rawPayload, headers: reply.headers };
};
const inStore = () =>
  readdirSync(files.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a scan', () => {
  test('is kept by its content, told by its first bytes, and given back safely', async () => {
    const at = await aPayment(database.db, town);
    const pdf = await aPdf([301]);
    const key = newId();
    const sent = done(await upload(clerk, at, 'contract', pdf, { title: '合同/正本' }, key));
    expect(sent).toEqual({
      ...{ id: key, size: pdf.length, type: 'pdf' },
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    const again = await upload(clerk, at, 'contract', pdf, { title: '合同/正本' }, key);
    expect(again.headers['idempotent-replay']).toBe('true');
    refused(
      await upload(clerk, at, 'contract', aPng, { title: '合同/正本' }, key),
      'platform.refusal.other_body',
      409,
    );
    const { bytes, headers } = await bytesOf(office, `/api/dossiers/files/${sent.id}/content`);
    expect(bytes.equals(pdf)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E5/,
      ),
    });
    const shown = await bytesOf(clerk, `/api/dossiers/files/${sent.id}/content?show=inline`);
    expect(shown.headers['content-disposition']).toMatch(/^inline; /);
    const { rows } = await database.owner.query(
      `select 1 from access.audit where object = $1 and kind = 'export' and outcome = 'done'`,
      [`scan ${sent.id}`],
    );
    expect(rows.length).toBe(2);
  });

  test('of another type, an empty one or one too large is refused, and nothing of it stays', async () => {
    const at = await aPayment(database.db, town);
    const before = inStore().length;
    refused(
      await upload(clerk, at, 'contract', aWebPage, { name: '合同.pdf' }),
      'platform.refusal.file_type',
    );
    refused(await upload(clerk, at, 'contract', Buffer.from('%PD')), 'platform.refusal.file_type');
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20 * 1_048_576)]);
    refused(await upload(clerk, at, 'contract', large), 'platform.refusal.file_large', 413);
    const json = await clerk.send(
      'POST',
      `/api/dossiers/files?${new URLSearchParams({ project: at.project, kind: 'notice', title: 'x', dated: '2022-06-01', name: 'x', class: 'internal' })}`,
      { file: 'x' },
    );
    expect(json.status).toBe(400);
    expect(inStore().length).toBe(before);
  });

  test('twice the same for one purpose is refused; for two projects it lies there once', async () => {
    const [at, other] = [await aPayment(database.db, town), await aPayment(database.db, town)];
    const pdf = await aPdf([302]);
    const { sha256 } = done(await upload(clerk, at, 'notice', pdf));
    refused(await upload(clerk, at, 'notice', pdf), 'dossiers.refusal.same_scan');
    expect(done(await upload(clerk, other, 'notice', pdf)).sha256).toBe(sha256);
    expect(inStore().filter((name) => name === sha256)).toEqual([sha256]);
  });

  test('is nobody else’s: another county finds nothing, another office is told who deals with it', async () => {
    const at = await aPayment(database.db, town);
    const { id } = done(await upload(clerk, at, 'contract', await aPdf([303])));
    refused(await upload(sibling, at, 'notice', await aPdf([304])), 'platform.refusal.absent', 404);
    refused(await sibling.get(`/api/dossiers/files/${id}/content`), 'platform.refusal.absent', 404);
    refused(
      await sibling.get(`/api/dossiers/requests/${at.request}`),
      'platform.refusal.absent',
      404,
    );
    refused(
      await sibling.get(`/api/dossiers/projects/${at.project}/files`),
      'platform.refusal.absent',
      404,
    );
    refused(await make(sibling, at), 'platform.refusal.absent', 404);
    const city = await aPerson(database, server, 'city', places.city);
    refused(await upload(city, at, 'notice', await aPdf([305])), 'dossiers.refusal.other_office');
  });

  test('is withdrawn or replaced with a reason as long as it has not left', async () => {
    const at = await aPayment(database.db, town);
    const old = done(await upload(clerk, at, 'invoice', await aPdf([306])));
    const { id } = done(
      await upload(clerk, at, 'invoice', await aPdf([307]), { replaces: old.id }),
    );
    const { items } = await page(clerk, at);
    expect(items.find(({ kind }) => kind === 'invoice')?.files.map((f) => f.id)).toEqual([id]);
    done(await withdraw(clerk, id), 204);
    refused(await withdraw(clerk, id), 'dossiers.refusal.withdrawn', 409);
    const { rows } = (
      await clerk.get<{ rows: Scan[] }>(`/api/dossiers/projects/${at.project}/files`)
    ).body;
    expect(rows).toEqual([]);
  });
});

describe('the dossier', () => {
  test('says first what is missing, and one contract serves both requests', async () => {
    const at = await aPayment(database.db, town);
    const second = await aPayment(database.db, town, { of: at, kind: 'final', state: 'submitted' });
    expect((await page(clerk, at)).missing).toEqual(['contract', 'invoice', 'progress']);
    done(await upload(clerk, at, 'contract', await aPdf([308])));
    refused(
      await upload(clerk, at, 'invoice', aPng, { number: 'FP 22-2-1' }),
      'dossiers.refusal.other_invoice',
    );
    done(await upload(clerk, at, 'invoice', aPng));
    expect((await page(clerk, at)).missing).toEqual(['progress']);
    expect((await page(clerk, second)).missing).toEqual([
      'invoice',
      'acceptance',
      'notice',
      'audit',
    ]);
    refused(await make(clerk, at), 'dossiers.refusal.missing');
    refused(await make(clerk, second), 'dossiers.refusal.not_checked');
    const { rows } = (
      await office.get<{ rows: RequestRow[] }>(`/api/dossiers/requests?place=${places.county}`)
    ).body;
    expect(rows.find((row) => row.id === at.request)?.missing).toEqual(['progress']);
  });

  test('is one PDF: cover, scans in the county’s order, list of hashes; registered, and the same when kept', async () => {
    const at = await aPayment(database.db, town);
    const list = [
      { kind: 'invoice' as const, required: true },
      { kind: 'contract' as const, required: true },
      { kind: 'notice' as const, required: false },
    ];
    const wish = {
      requestKind: 'progress',
      validFrom: '2022-07-28',
      basis: '演示财农〔2022〕6号',
      items: list,
    };
    refused(
      await clerk.send('POST', '/api/dossiers/checklists', { ...wish, place: town }),
      'dossiers.refusal.sets_own',
    );
    const set = (change: object = {}) =>
      office.send('POST', '/api/dossiers/checklists', { ...wish, place: places.county, ...change });
    refused(await set({ validFrom: '2022-07-27' }), 'dossiers.refusal.day_over');
    done(await set());
    done(await set({ validFrom: '2022-08-01', requestKind: 'retention' }));
    refused(await set({ requestKind: 'retention' }), 'dossiers.refusal.later_checklist');
    const lists = (await clerk.get<Checklists>(`/api/dossiers/checklists?place=${town}`)).body;
    expect(lists.rows.find((one) => one.requestKind === 'progress')).toMatchObject({
      basis: wish.basis,
      items: list,
    });
    expect(lists.rows.find((one) => one.requestKind === 'final')?.basis).toBeNull();

    done(await upload(clerk, at, 'contract', await aPdf([311, 312], 90)));
    done(await upload(clerk, at, 'invoice', aPng));
    done(await upload(clerk, at, 'notice', await aPdf([313])));
    expect((await page(clerk, at)).current).toBe(false);
    const made = done(await make(clerk, at));
    expect((await page(clerk, at)).current).toBe(true);
    const { bytes } = await bytesOf(office, `/api/dossiers/dossiers/${made.id}/content`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const pages = (await PDFDocument.load(bytes))
      .getPages()
      .map((one) => Math.round(one.getWidth()));
    expect(pages).toEqual([595, 595, 311, 312, 313, 595]);
    expect(made.pages).toBe(6);
    const [register] = (await page(office, at)).made;
    expect(register).toMatchObject({
      sha256: made.sha256,
      parts: [
        { kind: 'invoice', firstPage: 2, pages: 1 },
        { kind: 'contract', firstPage: 3, pages: 2 },
        { kind: 'notice', firstPage: 5, pages: 1 },
      ],
    });

    // What left stays.
    await database.owner.query("update projects.request set state = 'sent' where id = $1", [
      at.request,
    ]);
    const [contract] = (await page(clerk, at)).items
      .flatMap((item) => item.files)
      .filter((f) => f.kind === 'contract');
    expect(contract?.left).toBe(true);
    refused(await withdraw(clerk, contract?.id ?? ''), 'dossiers.refusal.left');
  }, 30_000);

  test('asks for an explanation of what the rules say, and waits while one blocks', async () => {
    const at = await aPayment(database.db, town);
    for (const [kind, width] of [
      ['contract', 321],
      ['invoice', 322],
      ['progress', 323],
    ] as const)
      done(await upload(clerk, at, kind, await aPdf([width])));
    refused(await make(clerk, at, null), 'dossiers.refusal.explain_hints');
    // Asked for before the contract was signed: that blocks, whatever is said.
    const askedOn = (day: string) =>
      database.owner.query('update projects.request set asked_on = $2 where id = $1', [
        ...[at.request, day],
      ]);
    await askedOn('2022-05-05');
    refused(await make(clerk, at), 'dossiers.refusal.blocked');
    expect(
      (await page(clerk, at)).hints.find((one) => one.rule === 'before_contract'),
    ).toMatchObject({ blocking: true, decided: false });
    expect((await page(sibling, at)).hints).toBeUndefined();
    // Cleared, it blocks no longer; what is added to it blocks again.
    await database.owner.query(
      `insert into supervision.finding (county, id, place_key, source, rule, rule_version, object_kind, object_id, project_id,
         amount, state, found_on, decided_on, decided_amount, decided_rows)
       select county, gen_random_uuid(), place_key, 'rule', 'before_contract', 0, 'request', id, project_id, amount, 'cleared',
         '2022-07-01', '2022-07-20', amount, 2 from projects.request where id = $1`,
      [at.request],
    );
    done(await make(clerk, at, '合同补签，日期录入有误'));
    const [made] = (await page(office, at)).made;
    expect(made?.explanation).toBe('合同补签，日期录入有误');
    expect(made?.hints.map(({ rule, decided }) => [rule, decided])).toContainEqual([
      ...['before_contract', true],
    ]);
    // What the cover says and what is registered are the same: what changed while it was put together is refused.
    const other = await database.owner.connect();
    await other.query('begin');
    await other.query("update projects.request set asked_on = '2022-05-04' where id = $1", [
      at.request,
    ]);
    const { rows } = await other.query<{ own: string }>('select pg_current_xact_id()::text as own');
    const making = make(clerk, at, '合同补签');
    await expect
      .poll(
        async () =>
          (
            await database.owner.query(
              `select from pg_locks where locktype = 'transactionid' and not granted and transactionid::text = $1`,
              [rows[0]?.own],
            )
          ).rowCount,
        { timeout: 30_000 },
      )
      .toBe(1);
    await other.query('commit');
    other.release();
    refused(await making, 'dossiers.refusal.changed_since', 409);
    await database.owner.query('update projects.request set amount = amount + 1 where id = $1', [
      at.request,
    ]);
    refused(await make(clerk, at), 'dossiers.refusal.blocked');
  }, 60_000);

  test('is sent with its scans as they are: withdrawing one and sending it wait for each other', async () => {
    const second = await aPerson(database, server, 'town', town);
    const seenOf = `select ${instant('changed_at')} as seen from projects.request where id = $1`;
    const both = async () => {
      const at = await aDossier(database.db, town);
      const paper = { kind: 'invoice', title: '发票', number: null, dated: '2022-06-01' };
      done(await clerk.send('POST', `/api/projects/projects/${at.project}/documents`, paper));
      const [seen] = (await database.owner.query<{ seen: string }>(seenOf, [at.request])).rows;
      return {
        withdraw: () => withdraw(clerk, at.file),
        send: () => second.send('POST', `/api/projects/requests/${at.request}/steps/send`, seen),
      };
    };
    const one = await both();
    const [sent, late] = await oneBehindTheOther(database, one.send, one.withdraw);
    done(sent, 200);
    refused(late, 'dossiers.refusal.left');
    const other = await both();
    const [withdrawn, unsent] = await oneBehindTheOther(database, other.withdraw, other.send);
    done(withdrawn, 204);
    refused(unsent, 'projects.missing.dossier');
  });

  test('names the scan that is damaged', async () => {
    const at = await aPayment(database.db, town);
    done(await upload(clerk, at, 'contract', await aPdf([314])));
    done(await upload(clerk, at, 'invoice', aBrokenPdf, { title: '第三期发票' }));
    const answer = await make(clerk, at);
    refused(answer, 'dossiers.refusal.scan_damaged');
    expect(answer.text).toContain('第三期发票');
    expect((await page(clerk, at)).made).toEqual([]);
  }, 30_000);
});

test('the sweep takes what no row names once it is a day old, and nothing else', async () => {
  const at = await aPayment(database.db, town);
  const { sha256 } = done(await upload(clerk, at, 'notice', await aPdf([315])));
  const orphan = (await files.take(once(await aPdf([316])), 100_000)).sha256;
  const now = Date.now();
  const sweep = (later: number) => sweepFiles(database.jobs, files, fileColumns, now + later);
  expect(await sweep(0)).toBe(0);
  expect(inStore()).toContain(orphan);
  for (const name of [sha256, orphan]) utimesSync(files.pathOf(name), 1, 1);
  // A kill between two steps of an earlier sweep left it aside.
  renameSync(files.pathOf(sha256), `${files.pathOf(sha256)}.partial`);
  expect(await sweep(0)).toBe(1);
  expect(inStore()).toContain(sha256);
  expect(inStore()).not.toContain(orphan);
  refused(await clerk.get(`/api/dossiers/requests/${at.project}`), 'platform.refusal.absent', 404);
});
