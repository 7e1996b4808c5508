/** Of a document that is not published only title, number, date and openness can be stored: the database itself refuses more. */
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aProvince, places } from '../../test/places.ts';
import { newId } from '../platform/new-id.ts';

const database = useDatabase();
beforeAll(() => aProvince(database.db));

const allowed = {
  title: '关于做好防汛工作的通知',
  number: '粤演〔2022〕1号',
  issued_on: '2022-06-01',
};
const add = (more: object) =>
  database.db
    .insertInto('policy.document')
    .values({ id: newId(), place_key: places.county, openness: 'internal', ...allowed, ...more })
    .execute();

test('title, number, date and openness', async () => {
  await add({});
  await add({ openness: 'on_request', number: null });
});

test.each([{ issuer: '某局' }, { kind: 'notice' as const }, { ends_on: '2023-01-01' }])(
  'nothing more: %o',
  async (more) => {
    await expect(add({ number: null, ...more })).rejects.toMatchObject({
      constraint: 'document_unpublished',
    });
  },
);

test('what is published says who issued it and what it is; no title holds a text', async () => {
  await expect(add({ openness: 'public', number: null })).rejects.toMatchObject({
    constraint: 'document_published',
  });
  await expect(add({ title: '文'.repeat(201), number: null })).rejects.toMatchObject({
    constraint: 'document_title_form',
  });
  await add({ openness: 'public', number: null, issuer: '某局', kind: 'notice' });
});

test('a published document that is taken back loses what may not stay', async () => {
  await add({ openness: 'public', number: '粤演〔2022〕9号', issuer: '某局', kind: 'notice' });
  const close = database.db
    .updateTable('policy.document')
    .set({ openness: 'internal' })
    .where('number', '=', '粤演〔2022〕9号');
  await expect(close.execute()).rejects.toMatchObject({ constraint: 'document_unpublished' });
});
