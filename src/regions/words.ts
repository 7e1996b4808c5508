/** Words of the places: levels, kinds, tiers, flags, findings; editions and pages in files of their own. */
import type { Words } from '../kit/words.ts';
import { editionWords } from './words/editions.ts';
import { pageWords } from './words/pages.ts';

const codes = {
  'regions.level.province': { zh: '省', en: 'Province' },
  'regions.level.city': { zh: '市', en: 'City' },
  'regions.level.county': { zh: '县（市、区）', en: 'County' },
  'regions.level.town': { zh: '镇级', en: 'Town level' },
  'regions.level.village': { zh: '村级', en: 'Village level' },

  'regions.kind.province': { zh: '省', en: 'Province' },
  'regions.kind.city': { zh: '地级市', en: 'City' },
  'regions.kind.county': { zh: '县（市、区）', en: 'County' },
  'regions.kind.street': { zh: '街道', en: 'Street' },
  'regions.kind.town': { zh: '镇', en: 'Town' },
  'regions.kind.township': { zh: '乡', en: 'Township' },
  'regions.kind.ethnic_township': { zh: '民族乡', en: 'Ethnic township' },
  'regions.kind.farm': { zh: '农场', en: 'Farm' },
  'regions.kind.forest_farm': { zh: '林场', en: 'Forest farm' },
  'regions.kind.zone': { zh: '开发区、园区', en: 'Development zone' },
  'regions.kind.prison': { zh: '监狱', en: 'Prison' },
  'regions.kind.other_unit': { zh: '其他镇级单位', en: 'Other unit of town level' },
  'regions.kind.administrative_village': { zh: '行政村', en: 'Administrative village' },
  'regions.kind.residents_committee': { zh: '社区居委会', en: "Residents' committee" },
  'regions.kind.other_village_unit': { zh: '其他村级单位', en: 'Other unit of village level' },

  'regions.tier_name.key_assistance': { zh: '重点帮扶镇', en: 'Key assistance' },
  'regions.tier_name.consolidation': { zh: '巩固提升镇', en: 'Consolidation' },
  'regions.tier_name.demonstration': { zh: '先行示范镇', en: 'Demonstration' },
  'regions.tier_name.self_included': { zh: '自行纳入', en: 'Self-included' },

  'regions.flag_name.old_revolutionary_base': { zh: '老区苏区', en: 'Old revolutionary base' },
  'regions.flag_name.ethnic_area': { zh: '民族地区', en: 'Ethnic area' },
  'regions.flag_name.provincial_border': { zh: '省际边界', en: 'Provincial border' },
  'regions.flag_name.model_village': { zh: '示范村', en: 'Model village' },
  'regions.flag_name.red_village': { zh: '红色村', en: 'Red village' },
  'regions.flag_name.weak_collective_economy': {
    zh: '集体经济薄弱村',
    en: 'Weak collective economy',
  },
  'regions.flag_name.weak_organisation': { zh: '软弱涣散村', en: 'Weak party organisation' },
  'regions.flag_name.formerly_poor_village': { zh: '原省定贫困村', en: 'Formerly poor village' },

  'regions.finding.tier_sum': {
    zh: '三类镇相加与引用数差 {gap} 个',
    en: 'The tiers and the number quoted are {gap} apart',
  },
  'regions.finding.tier_sum.text': {
    zh: '访谈说三类镇 {key} + {consolidation} + {demonstration} = {sum} 个，又说全覆盖 {quoted} 个，差 {gap} 个。各数的日期不同：引用数是 {on} 的，后来有的镇改了街道，有的地方新设了镇，深汕的四个镇算不算也不一样。下面按版本和日期列出。',
    en: 'The interview gives three tiers, {key} + {consolidation} + {demonstration} = {sum}, and {quoted} towns in all: {gap} apart. The numbers are of different days: the one quoted is of {on}; later some towns became streets, one was founded, and the four towns of Shenshan are counted or not. Each edition and day is listed below.',
  },
  'regions.finding.line.towns_of_edition': {
    zh: '{edition} 年版区划：13 市 {others} + 珠三角七市 {delta} = {sum} 个镇和乡；另有深汕 {programme} 个',
    en: 'Edition {edition}: {others} in the 13 cities + {delta} in the seven delta cities = {sum} towns and townships; {programme} more in Shenshan',
  },
  'regions.finding.line.tiers_on': {
    zh: '{on} 的名单：重点帮扶 {key} + 巩固提升 {consolidation} + 先行示范 {demonstration} = {sum} 个',
    en: 'Lists on {on}: key assistance {key} + consolidation {consolidation} + demonstration {demonstration} = {sum}',
  },
  'regions.finding.self_included': {
    zh: '自行纳入的单位在区划里核不出来',
    en: 'The self-included units cannot be confirmed by the registry',
  },
  'regions.finding.self_included.text': {
    zh: '自行纳入名单现有 {count} 个单位，以各市文件为准。区划里有行政村、又不是镇和乡的单位数目与名单不同；名单中有 {without} 个单位在区划里没有行政村，列在下面，请核对文件。',
    en: "The list of self-included units has {count}; the cities' documents decide. The registry has another number of units that hold villages and are neither town nor township; {without} listed units hold no village in the registry. They are named below: check the documents.",
  },
  'regions.finding.line.units_of_edition': {
    zh: '{edition} 年版区划里有行政村的街道、农场、林场等：13 市 {thirteen} 个，加上惠州共 {huizhou} 个，再加上江门共 {jiangmen} 个',
    en: 'Edition {edition}, streets, farms and other units with villages: {thirteen} in the 13 cities, {huizhou} with Huizhou, {jiangmen} with Jiangmen too',
  },
  'regions.finding.line.units_in_scope': {
    zh: '{edition} 年版区划里，本辖区有行政村的街道、农场、林场等 {units} 个',
    en: 'Edition {edition}: {units} streets, farms and other units with villages in this area',
  },
  'regions.finding.broken_name': { zh: '区划名称缺字', en: 'Names with a missing character' },
  'regions.finding.broken_name.text': {
    zh: '有 {count} 个名称在公布的文件里缺字。后面的版本有全名的，列在右边。',
    en: '{count} {count|name|names} {count|lacks|lack} a character in the published file. Where a later edition has the whole name, it is shown beside.',
  },
} satisfies Words;

export const words = { ...codes, ...editionWords, ...pageWords } satisfies Words;
