import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { secretsUnder } from './envelope.ts';
import { onlyKey } from './keys.ts';
import { masked, walkOf } from './marked.ts';
import { shown } from './sealed-text.ts';

const secrets = secretsUnder(onlyKey(randomBytes(32)));
const row = '0190a000-0000-7000-8000-000000000001';
const sealed = (column: string, plain: string) =>
  `sealed:teams.person/${row}/${column}:${secrets.seal(plain, `teams.person/${row}/${column}`).toString('hex')}`;

const Person = Type.Object({
  name: Type.String(),
  idNumber: Type.Union([masked('id_number'), Type.Null()]),
  phone: Type.Optional(masked('phone')),
});
const show = (text: string, kind: string) => shown(secrets, text, kind);

test('what is sealed leaves masked, however deep it lies; the rest is as it was', () => {
  const walk = walkOf(
    Type.Object({ rows: Type.Array(Type.Union([Person, Type.Null()])) }),
    'masked',
  );
  const one = { name: '陈敏', idNumber: sealed('id_number', '449999198501011238') };
  const answer = {
    rows: [one, null, { ...one, idNumber: null, phone: sealed('phone', '10012345678') }],
  };
  expect(walk?.(answer, show)).toEqual({
    rows: [
      { name: '陈敏', idNumber: '449***********1238' },
      null,
      { name: '陈敏', idNumber: null, phone: '100****5678' },
    ],
  });
  expect(one.idNumber).toContain('sealed:');
});

test('a plain value in a masked field goes nowhere', () => {
  const walk = walkOf(Person, 'masked');
  const answer = { name: '陈敏', idNumber: '449999198501011238' };
  expect(() => walk?.(answer, show)).toThrow('not sealed');
  expect(() => walk?.(answer, show)).not.toThrow('449999');
});

test('a schema without hidden fields costs nothing', () => {
  expect(walkOf(Type.Object({ rows: Type.Array(Type.String()) }), 'masked')).toBe(null);
  expect(walkOf(undefined, 'masked')).toBe(null);
});

test('every branch of a union is looked at', () => {
  const Wanted = Type.Object({
    person: Type.Union([
      Type.Object({ id: Type.String() }),
      Type.Object({ new: Type.Object({ phone: Type.String({ hidden: 'phone' }) }) }),
    ]),
  });
  const walk = walkOf(Wanted, 'hidden');
  const hide = (text: string, kind: string) => `${kind} of ${text.length}`;
  expect(walk?.({ person: { id: '1' } }, hide)).toEqual({ person: { id: '1' } });
  expect(walk?.({ person: { new: { phone: '100' } } }, hide)).toEqual({
    person: { new: { phone: 'phone of 3' } },
  });
});
