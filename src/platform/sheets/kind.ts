/**
 * What a room says once of a sheet it takes in: columns, how lines become what its form would send, and the functions of
 * its own store that write it, change it and take it back. Rules, scope and history are theirs.
 */
import type { TSchema } from 'typebox';
import type { Lang, Word } from '../../kit/words.ts';
import type { Client } from '../db/pool.ts';
import type { Caller } from '../http/endpoint.ts';
import type { Choice, Problem, SheetColumn, Values } from './description.ts';
import type { Cell } from './workbook-out.ts';

/** Lists of places and papers the drop-downs offer, by the names columns give them. */
export type Lists = Readonly<Record<string, readonly Choice[]>>;

/** A thing that is there already and would be changed. */
export interface Known {
  id: string;
  /** The state it was in, as `seen` of its form. */
  seen: string;
}

/** Things by id, in the states (`seen`) they were in. */
export type Taken = Readonly<Record<string, string>>;

export interface Written {
  place: string;
  /** The state it was left in: it is taken back only while it is in it. */
  seen: string;
  /** What stood before, as its form would have sent it; null for what is new. */
  before: unknown;
  /** It stood so already: nothing was written. */
  untouched?: true;
}

/** Something the room refuses of a line of a thing; its first line is 1. */
export interface LineFault extends Problem {
  line: number;
}

export interface SheetKind {
  /** '<room>.<what>': names its words and its address. */
  code: string;
  /** Raised with every change of the columns. */
  version: number;
  /** Permission of the form that does the same by hand. */
  permission: string;
  name: Word;
  /** What one line is, and what the lines of one thing have in common. */
  about: Word;
  columns: readonly SheetColumn[];
  /** Lines of one thing say the same here. */
  sameIn: readonly string[];
  /** What is written of a text of these in more ways than one, as it is kept. */
  asKept?(text: string): string;
  /** Lines are judged each by its own: those that can be read are tried although others of the thing cannot. */
  linesAlone?: true;
  /** Each thing is new although it lies on something that is there already, like a receipt on its request: what it is called then. */
  newOn?: Word;
  /** Things a job may hold: each is written by its own, in one transaction. */
  mostThings: number;
  lists?(client: Client, caller: Caller): Promise<Lists>;
  /**
   * What its sheet rewrites whole, as it stands while a template is taken: the template carries it in its mark. What the mark
   * does not have, or has in another state, somebody changed since: it is not rewritten.
   */
  taken?(client: Client, caller: Caller): Promise<Taken>;
  /** Lines its template begins with, to be gone on with: what waits for it just now. */
  begins?(client: Client, caller: Caller, lang: Lang): Promise<Begun>;
  /** Shape of what the lines say. */
  shape: TSchema;
  /** Column of a part of it, where that is not named alike. */
  columnOf?: Readonly<Record<string, string>>;
  /** Column a refusal of the store is about. */
  refusedAt?: Readonly<Record<string, string>>;
  constraints: Readonly<Record<string, string>>;
  saidOf(lines: readonly Values[], caller: Caller): { said: unknown } | { problem: Problem };
  /** What a person calls it, and its amount in fen where it has one. */
  told(said: never): { name: string; amount: string | null };
  /** What of them is there already, in the order asked; null for what is new. */
  known(client: Client, caller: Caller, said: readonly never[]): Promise<(Known | null)[]>;
  /** @returns what is wrong line by line, where it tells more than a first refusal: nothing is written then */
  write(client: Client, caller: Caller, thing: Thing<never>): Promise<Written | LineFaults>;
  /** @throws Refusal when something hangs on it or it was changed since. */
  takeBack(client: Client, caller: Caller, made: Made): Promise<void>;
  /**
   * Where a job is taken back by another person than who took it in: the right that takes, how it is done, for the page,
   * and the refusals about the person, told in their own words: they say nothing of what became of the things.
   */
  undoneBy?: { permission: string; note: Word; refusals: readonly string[] };
}

export interface Begun {
  lines: readonly Readonly<Record<string, Cell>>[];
  /** Where there is more than it brings: how much, and how to get the rest. */
  leftOut?: string;
}

export interface LineFaults {
  faults: readonly LineFault[];
}

export interface Thing<Said> {
  id: string;
  said: Said;
  known: Known | null;
  today: string;
}

export interface Made {
  id: string;
  seen: string;
  before: unknown;
  today: string;
  /** Kept in its history. */
  reason: string;
}

interface Spec<Said> extends Omit<SheetKind, 'saidOf' | 'told' | 'known' | 'write'> {
  saidOf(lines: readonly Values[], caller: Caller): { said: Said } | { problem: Problem };
  told(said: Said): { name: string; amount: string | null };
  known(client: Client, caller: Caller, said: readonly Said[]): Promise<(Known | null)[]>;
  write(client: Client, caller: Caller, thing: Thing<Said>): Promise<Written | LineFaults>;
}

/** Declares a sheet; the list of all sheets forgets what each of them says. */
export const sheetKind = <Said>(spec: Spec<Said>): SheetKind => spec as unknown as SheetKind; // told and written with what its own saidOf made
