/** Puts a copy together: the same facts in both languages, and what may not be published refused before anything is frozen. */
import { createHash } from 'node:crypto';
import type { Lang } from '../../kit/words.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import { maskedParty } from '../rules.ts';
import { firstFault } from '../rules-text.ts';
import type { Block, Content } from './block.ts';
import type { Facts } from './facts.ts';
import { allocationBlocks, planBlocks } from './of-money.ts';
import { noticeBlocks, projectBlocks, projectData } from './of-project.ts';
import { usageBlocks } from './of-use.ts';
import { type Say, sayIn } from './say.ts';

interface Making {
  /** People on record: a text that names one is refused. */
  names: readonly string[];
  on: string;
  /** Name of the office that publishes; it stands under the text with the day. */
  office: string;
  /** In which language a refusal names the field. */
  lang: Lang;
}

/** @throws Refusal that says in which field what is to be taken out */
export function contentOf(given: Facts, { names, on, office, lang }: Making): Content {
  const facts = masked(given);
  const found = firstFault(typed(facts), names);
  if (found)
    throw new Refusal(`disclosure.refusal.text_${found.fault}`, {
      field: sayIn(lang)(`disclosure.field.${found.label}`),
    });
  const [zh, en] = [
    partsOf(facts, sayIn('zh'), { on, office, day: chineseDay(on) }),
    partsOf(facts, sayIn('en'), { on, office, day: on }),
  ];
  return {
    title: { zh: zh.title, en: en.title },
    blocks: { zh: zh.blocks, en: en.blocks },
    data: facts.kind === 'project' ? projectData(facts.of) : null,
  };
}

/** As papers of offices are dated: 2022年7月28日. */
const chineseDay = (on: string) =>
  `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;

function partsOf(
  facts: Facts,
  say: Say,
  { on, office, day }: Pick<Making, 'on' | 'office'> & { day: string },
): { title: string; blocks: Block[] } {
  const made = [
    say('disclosure.copy.made_on', { on }),
    say('disclosure.copy.signed', { office, day }),
  ].map((text): Block => ({ kind: 'paragraph', text }));
  const title = (name: string) =>
    say(`disclosure.copy.title.${facts.kind}`, {
      ...{ place: facts.of.placeName, year: facts.of.year, name },
    });
  switch (facts.kind) {
    case 'project':
      return { title: title(facts.of.name), blocks: [...projectBlocks(facts.of, say), ...made] };
    case 'notice':
      return {
        title: title(`${facts.of.project.name}${say(`projects.notice_stage.${facts.of.stage}`)}`),
        blocks: [...noticeBlocks(facts.of, say), ...made],
      };
    case 'document':
      return {
        title: title(facts.of.title),
        blocks: [...allocationBlocks(facts.of, say), ...made],
      };
    case 'plan':
      return { title: title(facts.of.title), blocks: [...planBlocks(facts.of, say), ...made] };
    case 'use_of_money':
      return { title: title(''), blocks: [...usageBlocks(facts.of, say), ...made] };
  }
}

/** People that stand where a firm might are named by their first sign. */
function masked(facts: Facts): Facts {
  if (facts.kind === 'project')
    return {
      kind: 'project',
      of: {
        ...facts.of,
        implementer: maskedParty(facts.of.implementer, false),
        contracts: facts.of.contracts.map((one) => ({
          ...one,
          contractor: maskedParty(one.contractor, one.registered),
        })),
      },
    };
  if (facts.kind === 'notice') {
    const { project } = facts.of;
    const implementer = maskedParty(project.implementer, false);
    return { kind: 'notice', of: { ...facts.of, project: { ...project, implementer } } };
  }
  return facts;
}

/** Texts people typed, by the word of their field. Numbers of documents and contracts are texts too. */
function typed(facts: Facts): { label: string; text: string | null }[] {
  const text = (label: string, value: string | null) => ({ label, text: value });
  switch (facts.kind) {
    case 'project': {
      const { of } = facts;
      return [
        ...[text('name', of.name), text('number', of.number), text('content', of.content)],
        ...[text('implementer', of.implementer), text('target', of.target)],
        text('result', of.result),
        ...of.contracts.map((one) => text('contractor', one.contractor)),
        ...of.contracts.map((one) => text('contract', one.number)),
      ];
    }
    case 'notice': {
      const { project, placePosted } = facts.of;
      return [
        ...[text('name', project.name), text('number', project.number)],
        ...[text('content', project.content), text('implementer', project.implementer)],
        text('shown_at', placePosted),
      ];
    }
    case 'document':
      return [text('title', facts.of.title), text('document', facts.of.number)];
    case 'plan':
      return [
        ...[text('title', facts.of.title), text('document', facts.of.reference)],
        ...facts.of.lines.flatMap((line) => [
          ...[text('document', line.document), text('task', line.task)],
          text('name', line.project),
        ]),
      ];
    case 'use_of_money':
      return facts.of.projects.flatMap((one) => [
        text('name', one.name),
        text('number', one.number),
      ]);
  }
}

/** The content as text whose keys are sorted: the same content has the same sum. */
export function sumOf(content: Content): string {
  return createHash('sha256').update(sorted(content)).digest('hex');
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`);
  return `{${parts.join(',')}}`;
}
