// From the template to what was taken back: every reason in one pass, all or nothing, and whose it is.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { aPayment } from '../../../test/dossiers.ts';
import { bytesFrom, done, importsAs, refused } from '../../../test/imports.ts';
import { type Person, testFiles } from '../../../test/people.ts';
import { aTown, places } from '../../../test/places.ts';
import { useProjects } from '../../../test/projects.ts';
import {
  filled,
  moneyLine as money,
  paperLine as paper,
  partsOf,
  projectLine as project,
} from '../../../test/sheets.ts';
import { paperSheet } from '../../funds/sheets/paper-sheet.ts';
import { contractSheet, requestSheet } from '../../projects/sheets/money-sheets.ts';
import { projectSheet } from '../../projects/sheets/project-sheet.ts';

const database = useDatabase();
const kit = useProjects(database);
const { office } = kit;

const { upload, read, act, page, taken, problems } = importsAs;
const bytesOf = (who: Person, url: string) => bytesFrom(office.server, who, url);

const projectsNamed = async (start: string) => {
  const { rows } = await database.owner.query<{ name: string; state: string; amount: string }>(
    `select p.name, p.state, (select sum(b.amount)::text from projects.budget b where b.project_id = p.id) as amount
     from projects.project p where p.name like $1 || '%' order by p.number`,
    [start],
  );
  return rows;
};

describe('projects', () => {
  test('a sheet is previewed without a trace, taken in whole and taken back whole', async () => {
    const { maker } = office;
    const lines = [
      project('甲路'),
      { name: '甲路', year: 2022, ...money(1000, { source: '中央衔接资金', payer: '中央' }) },
      project('乙路', { task: 'Industry' }),
    ];
    const job = await taken(maker, projectSheet, lines);
    expect(job).toMatchObject({
      ...{ state: 'previewed', lines: 3, faulty: 0, created: 2, changed: 0, amount: '60100100' },
      verbs: ['check', 'commit', 'discard'],
    });
    expect(job.preview).toEqual([
      expect.objectContaining({ n: 2, name: '甲路', lines: 2, amount: '30100050', changes: false }),
      expect.objectContaining({ n: 4, name: '乙路', lines: 1 }),
    ]);
    expect(await projectsNamed('甲路')).toEqual([]);

    done(await act(maker, job.id, 'commit'));
    expect(await projectsNamed('甲路')).toEqual([
      { name: '甲路', state: 'idea', amount: '30100050' },
    ]);
    refused(await act(maker, job.id, 'commit'), 'imports.refusal.state', 409);

    done(await act(maker, job.id, 'undo'));
    expect(await projectsNamed('甲路')).toMatchObject([{ state: 'discarded' }]);
    expect(await page(maker, job.id)).toMatchObject({ state: 'undone', verbs: [] });
    const { rows } = await database.owner.query<{ outcome: string; url: string }>(
      `select outcome from access.audit where object = $1 and outcome = 'done'`,
      [`import ${job.id}`],
    );
    expect(rows.length).toBe(5); // sent, read, checked, taken in, taken back
  });

  test('every reason of every line comes in one pass, in the same workbook', async () => {
    const { maker } = office;
    const job = await taken(maker, projectSheet, [
      project('丙路', { year: '二〇二二', people: -1, task: '修路', amount: 0.005 }),
      project('丁路', { villages: '没有的村', payer: null }),
      project('戊路', { lifted: 999 }),
      project('己路', { light: '是' }),
      project('好路'),
    ]);
    expect(job).toMatchObject({ state: 'validated', faulty: 4, created: 1 });
    refused(await act(maker, job.id, 'commit'), 'imports.refusal.state', 409);
    const found = await problems(maker, job.id);
    expect(found.map(({ n, reasons }) => [n, reasons.length])).toEqual([
      [2, 4],
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
    expect(found[0]?.reasons.join()).toContain('年度：应为不小于 0 的整数');
    expect(found[3]?.reasons[0]).toContain('简易登记只用于自筹资金');
    expect(await projectsNamed('好路')).toEqual([]);

    const bytes = await bytesOf(maker, `/api/imports/jobs/${job.id}/reasons.xlsx`);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('二〇二二');
    expect(sheet.match(/任务类别：“修路”不在可选范围内/g)).toHaveLength(1);
    // Corrected in place and sent again: the column of reasons is left out.
    const again = done(await upload(maker, projectSheet, bytes), 201).id;
    done(await read(maker, again));
    expect((await page(maker, again)).lines).toBe(5);
  });

  test('with its number a project is rewritten; what moved on since is not taken back', async () => {
    const { maker } = office;
    const first = await taken(maker, projectSheet, [project('庚路')]);
    done(await act(maker, first.id, 'commit'));
    const known = (
      await database.owner.query<{ number: string; id: string }>(
        `select number, id from projects.project where name = '庚路'`,
      )
    ).rows[0];
    const twice = await taken(maker, projectSheet, [project('庚路')]);
    expect((await problems(maker, twice.id))[0]?.reasons[0]).toContain('同名项目');

    const change = await taken(maker, projectSheet, [
      project('庚路', { number: known?.number ?? '', content: '改成 5 公里', amount: 500_000 }),
    ]);
    expect(change).toMatchObject({ created: 0, changed: 1 });
    expect(change.preview[0]).toMatchObject({ amount: '50000000', amountBefore: '30000050' });
    done(await act(maker, change.id, 'commit'));
    refused(await act(maker, first.id, 'undo'), 'imports.refusal.depends', 409);
    done(await act(maker, change.id, 'undo'));
    expect(await projectsNamed('庚路')).toMatchObject([{ state: 'idea', amount: '30000050' }]);
  });

  test('what others built on stays; what changed after the check is not written over', async () => {
    const { maker } = office;
    const made = await taken(maker, projectSheet, [project('癸路')]);
    done(await act(maker, made.id, 'commit'));
    const { rows } = await database.owner.query<{ number: string; id: string }>(
      `select number, id from projects.project where name = '癸路'`,
    );
    const { id = '', number = '' } = rows[0] ?? {};
    const line = project('癸路', { number, content: '改成 6 公里' });
    const set = (state: string) =>
      database.owner.query(
        'update projects.project set state = $2, changed_at = clock_timestamp() where id = $1',
        [id, state],
      );
    const late = await taken(maker, projectSheet, [line]);
    await set('idea');
    refused(await act(maker, late.id, 'commit'), 'imports.refusal.not_as_checked', 409);
    done(await act(maker, late.id, 'check'));
    // One made between the trial, whose locks are gone, and the end of the check: its hour is before that of the check.
    await database.owner.query(
      `update projects.project set changed_at = (select changed_at - interval '1 microsecond' from imports.job where id = $2)
       where id = $1`,
      [id, late.id],
    );
    refused(await act(maker, late.id, 'commit'), 'imports.refusal.not_as_checked', 409);
    done(await act(maker, late.id, 'check'));
    done(await act(maker, late.id, 'commit'));
    await kit.notice(id, 'proposal', ['2022-07-01', '2022-07-08']);
    refused(await act(maker, late.id, 'undo'), 'imports.refusal.depends', 409);

    const other = await taken(maker, projectSheet, [project('癸二路')]);
    done(await act(maker, other.id, 'commit'));
    const second = await database.owner.query<{ id: string }>(
      `select id from projects.project where name = '癸二路'`,
    );
    await kit.paper(second.rows[0]?.id ?? '', 'minutes');
    refused(await act(maker, other.id, 'undo'), 'imports.refusal.depends', 409);

    // What had been returned is an idea again by the change: no undo makes it returned.
    await set('returned');
    const change = await taken(maker, projectSheet, [line]);
    done(await act(maker, change.id, 'commit'));
    refused(await act(maker, change.id, 'undo'), 'imports.refusal.depends', 409);
    expect(await projectsNamed('癸')).toMatchObject([{ state: 'idea' }, { state: 'idea' }]);
  });

  test('is the office’s own: others of the area look, nobody else is told', async () => {
    const { maker, county, sibling } = office;
    const job = await taken(maker, projectSheet, [project('辛路')]);
    expect((await page(county, job.id)).verbs).toEqual([]);
    refused(await act(county, job.id, 'commit'), 'imports.refusal.other_office');
    refused(await act(sibling, job.id, 'commit'), 'platform.refusal.absent', 404);
    expect((await sibling.get(`/api/imports/jobs/${job.id}`)).status).toBe(404);
    done(await act(maker, job.id, 'discard'));
    const { rows } = await database.owner.query('select 1 from imports.line where job_id = $1', [
      job.id,
    ]);
    expect(rows).toEqual([]);
  });
});

const papers = async (start: string) => {
  const { rows } = await database.owner.query<{ state: string; amount: string; lines: number }>(
    `select p.state, p.amount::text as amount, count(l.*)::integer as lines from funds.paper p
     left join funds.paper_line l on l.paper_id = p.id where p.number like $1 || '%' group by p.id order by p.number`,
    [start],
  );
  return rows;
};

describe('documents', () => {
  test('lines of one number are one draft of the office; sent again they change it', async () => {
    const { county, town } = office;
    const other = (await aTown(database.db, { under: places.county })).key;
    const lines = [
      paper('遂财农[2022]71号', town, 1000),
      // The same number, written another way.
      { number: '遂财农〔2022〕71号', place: other, amount: '2,000.00' },
    ];
    const job = await taken(county, paperSheet, lines);
    expect(job).toMatchObject({ state: 'previewed', created: 1, lines: 2, amount: '300000' });
    done(await act(county, job.id, 'commit'));
    expect(await papers('遂财农〔2022〕71')).toEqual([
      { state: 'drafted', amount: '300000', lines: 2 },
    ]);

    // Checked as new twice, it is new once.
    const twice = [paper('遂财农〔2022〕75号', town, 3000)];
    const jobs = [
      await taken(county, paperSheet, twice),
      await taken(county, paperSheet, twice),
    ] as const;
    done(await act(county, jobs[0].id, 'commit'));
    refused(await act(county, jobs[1].id, 'commit'), 'imports.refusal.not_as_checked', 409);

    const change = await taken(county, paperSheet, [
      paper('遂财农〔2022〕71号', town, 500, { total: 500 }),
      paper('遂财农〔2022〕72号', other, 3000),
    ]);
    expect(change).toMatchObject({ created: 1, changed: 1, amount: '350000' });
    done(await act(county, change.id, 'commit'));
    expect(await papers('遂财农〔2022〕71')).toMatchObject([{ amount: '50000', lines: 1 }]);
    done(await act(county, change.id, 'undo'));
    expect(await papers('遂财农〔2022〕71')).toMatchObject([{ amount: '300000', lines: 2 }]);
    expect(await papers('遂财农〔2022〕72')).toMatchObject([{ state: 'discarded' }]);
    refused(await act(county, job.id, 'undo'), 'imports.refusal.depends', 409);
  });

  test('what the form would refuse stands beside its line', async () => {
    const { county, town } = office;
    const job = await taken(county, paperSheet, [
      paper('遂财农〔2022〕81号', town, 1000),
      paper('遂财农〔2022〕82号', places.siblingTown, 3000),
      paper('遂财农〔2022〕83号', town, 3000, { source: '捐赠资金' }),
      paper('遂财农〔2022〕84号', town, 1500),
      { number: '遂财农〔2022〕84号', place: town, amount: 1500 },
    ]);
    const found = await problems(county, job.id);
    expect(found.map(({ n }) => n)).toEqual([2, 3, 4, 5]);
    expect(found[0]?.reasons[0]).toContain('合计 1,000.00 元不一致');
    expect(found[1]?.reasons[0]).toContain('不在可选范围内');
    expect(await papers('遂财农〔2022〕8')).toEqual([]);
  });
});

describe('contracts and requests', () => {
  test('are drafts of projects and contracts that are ready for them', async () => {
    const { maker, town } = office;
    const at = await aPayment(database.db, town);
    const { rows } = await database.owner.query<{ number: string; contract: string }>(
      `select p.number, c.number as contract from projects.contract c join projects.project p on p.id = c.project_id
       where c.id = $1`,
      [at.contract],
    );
    const contract = {
      ...{
        project: rows[0]?.number ?? '',
        number: '石府合〔2022〕表1号',
        contractor: '演示建筑公司',
      },
      ...{ signedOn: '2022-07-01', amount: 1000, retention: '3' },
    };
    const request = {
      ...{ contract: rows[0]?.contract ?? '', kind: '进度款', amount: 12.5, invoice: '04400299' },
      ...{ payee: '演示建筑公司', accountTail: '0017', askedOn: '2022-07-02' },
    };
    const sheets = [
      [contractSheet, contract, { ...contract, number: '表2', retention: '一成' }],
      [requestSheet, request, { ...request, invoice: '1', contract: '没有的合同' }],
    ] as const;
    for (const [kind, good, bad] of sheets) {
      const wrong = await taken(maker, kind, [good, bad]);
      expect(wrong).toMatchObject({ state: 'validated', faulty: 1, created: 1 });
      const job = await taken(maker, kind, [good]);
      expect(job, JSON.stringify(await problems(maker, job.id))).toMatchObject({
        state: 'previewed',
      });
      done(await act(maker, job.id, 'commit'));
      const scan = await database.owner.query(
        `insert into dossiers.file (county, id, place_key, project_id, request_id, kind, title, dated, name, sha256, size, type,
           uploaded_by)
         select county, gen_random_uuid(), place_key, project_id, id, 'invoice', '发票', asked_on, '发票.pdf', repeat('a', 64), 1,
           'pdf', registered_by from projects.request where invoice = '04400299'`,
      );
      if (scan.rowCount === 1) {
        refused(await act(maker, job.id, 'undo'), 'imports.refusal.depends', 409);
        await database.owner.query(
          `update dossiers.file set withdrawn_at = now(), withdrawn_by = uploaded_by, withdrawn_because = '重复'
           where sha256 = repeat('a', 64)`,
        );
      }
      done(await act(maker, job.id, 'undo'));
    }
    const left = await database.owner.query<{ state: string }>(
      `select state::text from projects.contract where number = '石府合〔2022〕表1号'
       union all select state::text from projects.request where invoice = '04400299'`,
    );
    expect(left.rows).toEqual([{ state: 'discarded' }, { state: 'discarded' }]);
  });
});

describe('a list as a workbook', () => {
  test('says what it is of and up to when, and leaves an audit row', async () => {
    const { maker, town } = office;
    const url = `/api/projects/contracts.xlsx?place=${town}&year=2022`;
    const parts = partsOf(await bytesOf(maker, url));
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/2022-07-28[\s\S]*年度[\s\S]*2022/);
    expect(parts['xl/worksheets/sheet2.xml']).toContain('石府合〔2022〕');
    const { rows } = await database.owner.query<{ after: { rows: number } }>(
      `select after from access.audit where object = 'projects.contracts' and kind = 'export' and outcome = 'done'`,
    );
    expect(rows).toMatchObject([{ after: { rows: 1 } }]);
    expect(
      (await maker.get(`/api/projects/projects.xlsx?place=${town}&state=idea`)).text,
    ).toContain('庚路');
    expect((await office.sibling.get(url)).status).toBe(404);
  });

  test('holds the lines of the ledger that the filters leave, as the page shows them', async () => {
    const { county } = office;
    await kit.received('1000');
    await kit.received('2500');
    const place = `${office.town.slice(0, 6)}000000`;
    const asked = `place=${place}&measure=received`;
    const url = `/api/funds/entries.xlsx?${asked}&lang=zh`;
    const parts = partsOf(await bytesOf(county, url));
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/环节[\s\S]*到位/);
    const { rows } = (
      await county.get<{ rows: { documentNumber: string }[] }>(`/api/funds/entries?${asked}`)
    ).body;
    const listed = parts['xl/worksheets/sheet2.xml'] ?? '';
    expect(rows).toHaveLength(2);
    expect(listed.match(/<row /g)).toHaveLength(rows.length + 1);
    for (const { documentNumber } of rows) expect(listed).toContain(documentNumber);
    expect((await office.sibling.get(url)).status).toBe(404);
  });
});

describe('a workbook', () => {
  test('is answered with what is wrong with it as a whole', async () => {
    const { maker } = office;
    const lines = [project('壬路')];
    const cases: [Buffer, string][] = [
      [await filled(projectSheet, lines, { version: 99 }), 'other_version'],
      [await filled(projectSheet, lines, { heads: ['另一列'] }), 'heads_strange'],
    ];
    for (const [bytes, code] of cases) {
      const { id } = done(await upload(maker, projectSheet, bytes), 201);
      refused(await read(maker, id), `imports.refusal.${code}`);
      done(await act(maker, id, 'discard'));
    }
    refused(
      await upload(maker, projectSheet, Buffer.from('%PDF-1.7 no workbook')),
      'platform.refusal.workbook_type',
    );
  });

  test('with a mark of secrecy is refused, and nothing of it is kept', async () => {
    const { maker } = office;
    for (const bytes of [
      await filled(projectSheet, [project('甲子路'), project('乙丑路', { content: '机密★1年' })]),
      await filled(projectSheet, [project('甲子路')], { heads: ['秘密★'] }),
    ]) {
      const { id } = done(await upload(maker, projectSheet, bytes), 201);
      const { rows } = await database.owner.query<{ sha256: string }>(
        'select sha256 from imports.job where id = $1',
        [id],
      );
      const path = testFiles.pathOf(rows[0]?.sha256 ?? '');
      expect(existsSync(path)).toBe(true);
      refused(await read(maker, id), 'platform.refusal.classified');
      expect(await page(maker, id)).toMatchObject({ state: 'discarded', lines: 0 });
      expect(existsSync(path)).toBe(false);
    }
  });

  test('of a template offers what may be said, as text', async () => {
    const bytes = await bytesOf(
      office.maker,
      '/api/imports/kinds/projects.project/template.xlsx?lang=en',
    );
    const parts = partsOf(bytes);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<dataValidation type="list"');
    expect(parts['xl/worksheets/sheet3.xml']).toContain('Industry');
    expect(parts['xl/worksheets/sheet4.xml']).toContain('projects.project');
  });
});
