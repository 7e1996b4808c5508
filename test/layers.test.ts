/** The gate: who may import whom, who may write whose tables, how files are named and how large they are. */
import { expect, test } from 'vitest';
import {
  badNames,
  crowdedFolders,
  importRings,
  impureFiles,
  longFiles,
  serverCodeInPages,
  upwardImports,
  verifierImports,
} from './gate/layers.ts';
import { rooms, sources } from './gate/sources.ts';
import { foreignMigrations, foreignWrites } from './gate/writes.ts';

test('every folder below src is a room of the list', () => {
  const found = new Set(sources.filter((s) => s.path.startsWith('src/')).map((s) => s.room));
  expect([...found].filter((room) => room !== '' && !rooms.includes(room as never))).toEqual([]);
});

test('a room imports only from rooms before it', () => {
  expect(upwardImports()).toEqual([]);
});

test('no import ring', () => {
  expect(importRings()).toEqual([]);
});

test('the verifier of the audit shares no code with what writes it', () => {
  expect(verifierImports()).toEqual([]);
});

test('pages reach no server code', () => {
  expect(serverCodeInPages()).toEqual([]);
});

test('kit, contracts, rules and words are pure', () => {
  expect(impureFiles()).toEqual([]);
});

test('a room writes only its own tables', () => {
  expect(foreignWrites()).toEqual([]);
});

test('a migration touches only the schema of its room', () => {
  expect(foreignMigrations()).toEqual([]);
});

test('files are named for what they hold, in kebab-case', () => {
  expect(badNames()).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  expect(longFiles()).toEqual([]);
});

test('a folder of more than 12 files has sub-rooms', () => {
  expect(crowdedFolders()).toEqual([]);
});
