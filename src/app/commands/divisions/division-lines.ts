/** What the commands of the division registry print, in words. */
import { fill, type Lang } from '../../../kit/words.ts';
import type { Change } from '../../../regions/editions/change.ts';
import type { LoadResult } from '../../../regions/load.ts';
import type { UpgradeResult } from '../../../regions/upgrade.ts';
import { words } from '../../rooms.ts';

type Params = Record<string, string | number>;

const said = (key: string, lang: Lang, params: Params = {}) =>
  fill(words[key]?.[lang] ?? key, params);
/** In both languages. */
const both = (key: string, params?: Params) =>
  `${said(key, 'zh', params)} / ${said(key, 'en', params)}`;

export function loadLines(result: LoadResult): string[] {
  switch (result.status) {
    case 'loaded':
      return [
        ...result.warnings.map(noteLine),
        `已载入 ${result.rows} 行 / ${result.rows} rows loaded`,
        result.asTree
          ? '这是第一版，已作为区划树启用 / the first edition: it is the tree now'
          : '要启用这一版：zhuzhen divisions upgrade / to make it the tree: zhuzhen divisions upgrade',
      ];
    case 'unchanged':
      return ['这一版已经载入，没有变化 / loaded before, nothing changed'];
    case 'other_file':
      return [
        '这一版已从另一份文件载入，未改动 / loaded before from another file, nothing changed',
      ];
    case 'faulty':
      return [
        ...result.faults.map(noteLine),
        `共 ${result.faults.length} 处错误，没有载入。改好后再载入 / faults: ${result.faults.length}; nothing was loaded. Put them right and load again`,
      ];
  }
}

/** A note on a registry file: the line it stands in and what is wrong. */
function noteLine(note: { line: number; code: string; params?: Params }): string {
  const key = `regions.file.${note.code}`;
  const [zh, en] = [said(key, 'zh', note.params), said(key, 'en', note.params)];
  return `第 ${note.line} 行：${zh} / line ${note.line}: ${en}`;
}

/** 更名 440113118000 沙湾镇 → 440113017000 沙湾街道；所辖 19 个单位有 19 个随之转入；确定 */
export function changeLine({ change, old, new: row, evidence, confidence }: Change): string {
  const places = [old, row].map((place) => (place ? `${place.code} ${place.name}` : '—'));
  const { code, ...params } = evidence;
  return [
    `${said(`regions.change.${change}`, 'zh')} ${places.join(' → ')}`,
    both(`regions.evidence.${code}`, params),
    both(`regions.confidence.${confidence}`),
  ].join('；');
}

export function countLines(changes: readonly Change[]): string[] {
  const groups = Map.groupBy(changes, ({ level, change, confidence }) =>
    [`level.${level}`, `change.${change}`, `confidence.${confidence}`]
      .map((key) => both(`regions.${key}`))
      .join('，'),
  );
  return [...groups].map(([what, { length }]) => `${what}：${length}`);
}

export function upgradeLines(result: UpgradeResult, edition: string): string[] {
  switch (result.status) {
    case 'upgraded':
      return [
        `已升级，自 ${result.from} 起生效 / in force from ${result.from}`,
        ...Object.entries(result.changes).map(
          ([change, count]) => `${both(`regions.change.${change}`)}：${count}`,
        ),
      ];
    case 'unchanged':
      return ['已经是这一版 / already in force'];
    case 'not_loaded':
      return ['这一版还没有载入：先运行 zhuzhen divisions load / load it first'];
    case 'not_newer':
      return [`不比现行的 ${result.inForce} 版新 / not newer than ${result.inForce}`];
    case 'needs_confirmation':
      return [
        `还有 ${result.uncertain.length} 处变更拿不准，没有升级 / ${result.uncertain.length} uncertain changes are open; nothing was changed:`,
        ...result.uncertain.map((change) => `  ${changeLine(change)}`),
        '请系统管理员在“区划版本与变更”页逐处确认，再运行一次；要一并接受，运行：',
        'Let the system administrator decide them on the page “Editions and changes” and run this again; to accept them all, run:',
        `  zhuzhen divisions upgrade ${edition} --accept-uncertain`,
      ];
    case 'has_facts':
      return [
        '下列地方已有数据，升级会使它们撤销或迁移，已停止 / these places have facts and would end or move; stopped:',
        ...result.places.map((p) => `${p.key} ${p.name}: ${p.table} ${p.rows}`),
      ];
  }
}
