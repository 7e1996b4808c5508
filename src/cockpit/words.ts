/** Words of the cockpit. */
import type { Words } from '../kit/words.ts';

export const words = {
  'cockpit.page.group': { zh: '驾驶舱', en: 'Cockpit' },
  'cockpit.page.nav': { zh: '驾驶舱', en: 'Cockpit' },
  'cockpit.page.question': {
    zh: '{place}的驻镇帮镇扶村进展到哪一步？',
    en: 'How far has the programme come in {place}?',
  },
  'cockpit.page.print': { zh: '打印', en: 'Print' },
  'cockpit.page.hint': {
    zh: '每个数都能点开：看口径、看明细、导出。',
    en: 'Every number opens: its meaning, its rows, its export.',
  },
  'cockpit.question.coverage': {
    zh: '覆盖了哪些镇村，依据什么文件？',
    en: 'Which towns and villages are covered, and by what documents?',
  },
  'cockpit.question.teams': { zh: '谁在驻镇？', en: 'Who is stationed where?' },
  'cockpit.question.funds': {
    zh: '钱从哪来，到了哪一步？',
    en: 'Where does the money come from, and how far has it come?',
  },
  'cockpit.question.livelihoods': { zh: '群众得到了什么？', en: 'What did people gain?' },
  'cockpit.question.choice': { zh: '各地怎么样？', en: 'How do the places stand?' },
  'cockpit.question.choice.village': {
    zh: '本村逐月怎么样？',
    en: 'How did the village fare month by month?',
  },
  'cockpit.question.payers': {
    zh: '各出资方的钱走到哪一步？',
    en: "How far has each payer's money come?",
  },
  'cockpit.question.tiers': {
    zh: '各层级有多少，派了多少队？',
    en: 'How many places are in each tier, and how many have a team?',
  },
  'cockpit.tiles.village': {
    zh: '层级、工作队和财政资金记在镇上，不分到村；这里只列记到本村的数。',
    en: 'Tiers, teams and fiscal money belong to the town and are not divided among villages; only what is recorded for this village is listed.',
  },
  'cockpit.tiles.none': {
    zh: '这段时间没有记到本村的数：{questions}',
    en: 'Nothing is recorded for the village in this period: {questions}',
  },
  'cockpit.tiles.none.todo': {
    zh: '看所在的镇，用上方的路径往上走一级。',
    en: 'See its town: go one level up by the path above.',
  },
  'cockpit.choice': { zh: '看哪个指标', en: 'Figure shown' },

  'cockpit.map.title': { zh: '{name}，按县（市、区）', en: '{name} by county' },
  'cockpit.map.nothing': { zh: '0', en: '0' },
  'cockpit.map.between': { zh: '{low}–{high}', en: '{low}–{high}' },
  'cockpit.map.up_to': { zh: '至 {high}', en: 'up to {high}' },
  'cockpit.map.not_drawn': {
    zh: '这张底图没有单独画出：',
    en: 'Without an outline of their own on this map: ',
  },
  'cockpit.map.inside': { zh: '（画在{other}内）', en: ' (drawn inside {other})' },
  'cockpit.map.licence': {
    zh: '底图只作演示，边界不作划界依据；对外公开时须换用标准地图服务的底图，并标注审图号。',
    en: 'The outlines serve demonstration only and settle no boundary; a public deployment must use the official standard map and show its review number.',
  },
  'cockpit.map.by_table': {
    zh: '点一个县进入；不用地图，下表也能进入。',
    en: 'Click a county to go there; the table below leads there too.',
  },
  'cockpit.map.no_counties': {
    zh: '{place}下面直接是镇街，底图只画到县，请看下表。',
    en: '{place} has towns right below it; the map ends at counties, so see the table.',
  },
  'cockpit.map.failed': {
    zh: '底图没有读到，不影响下面的数和表。',
    en: 'The outlines could not be read; figures and table are unaffected.',
  },
  'cockpit.map.no_values': {
    zh: '这里这段时间各县都是 0。',
    en: 'Every county is at 0 in this period.',
  },

  'cockpit.helped.title': { zh: '本市帮扶的地方', en: 'Places this city helps' },
  'cockpit.helped.note': {
    zh: '点开地名看当地；下面各数是本市区域的。',
    en: 'Open a name to see the place. The figures further below are of the city’s own area.',
  },

  'cockpit.places.title': { zh: '下级各地', en: 'Places below' },
  'cockpit.places.caption': {
    zh: '{place}下级各地，按区划代码排列',
    en: 'Places below {place}, in the order of their codes',
  },
  'cockpit.places.order': {
    zh: '按区划代码排列，不作排名。',
    en: 'In the order of division codes, not a ranking.',
  },
  'cockpit.places.town': {
    zh: '层级、工作队和财政资金记在镇上，不分到村。',
    en: ' Tiers, teams and fiscal money are recorded by town, not by village.',
  },
  'cockpit.places.place': { zh: '地区', en: 'Place' },
  'cockpit.places.course': { zh: '走势', en: 'Course' },
  'cockpit.places.share': { zh: '占合计', en: 'Share' },
  'cockpit.places.own': { zh: '本级（未分到下级）', en: 'Own level, not divided further' },
  'cockpit.places.total': { zh: '合计', en: 'Total' },
  'cockpit.places.lowest': {
    zh: '村是最低一级，下面没有可比的地方',
    en: 'A village is the lowest level; no places lie below it',
  },
  'cockpit.places.lowest.todo': {
    zh: '点上面的数看本村的明细。',
    en: "Open a figure above to see the village's rows.",
  },
  'cockpit.places.none': { zh: '下面没有登记的地方', en: 'No places are registered below' },

  'cockpit.payers.payer': { zh: '出资方', en: 'Payer' },
  'cockpit.payers.chart': {
    zh: '各出资方：应配、下达、拨付、到位、支出',
    en: 'Each payer: due, issued, remitted, received, spent',
  },
  'cockpit.payers.note': {
    zh: '五个环节各记各的，不能相加；空白是这一方没有这个环节。',
    en: 'Five measures kept apart and never added up; a blank means the payer has no such step.',
  },
  'cockpit.payers.none': {
    zh: '这里这段时间没有资金记录',
    en: 'No money is recorded here in this period',
  },
  'cockpit.payers.none.todo': {
    zh: '放宽时段，或看上级地区。',
    en: 'Try a longer period or the place above.',
  },
  'cockpit.payers.none.village': {
    zh: '财政资金记到镇，不分到村，请看所在的镇。',
    en: 'Fiscal money is recorded by town, not by village; see the town.',
  },

  'cockpit.tiers.tier': { zh: '层级', en: 'Tier' },
  'cockpit.tiers.count': { zh: '镇（单位）数', en: 'Towns or units' },
  'cockpit.tiers.caption': { zh: '各层级的镇和工作队', en: 'Towns and teams by tier' },
  'cockpit.tiers.places': { zh: '各地的层级', en: 'Tiers place by place' },
  'cockpit.tiers.none': {
    zh: '这一天这里没有划定层级的镇',
    en: 'No town here has a tier on this day',
  },
  'cockpit.tiers.none.todo': {
    zh: '珠三角街道和居委会不在层级之内；也可以换一个日期。',
    en: 'Streets of the delta are in no tier; another date may differ.',
  },
  'cockpit.tiers.village': {
    zh: '层级是镇的属性，村随镇，请看所在的镇。',
    en: 'A tier belongs to a town; a village follows its town.',
  },
  'cockpit.tiers.document': {
    zh: '层级有起止日，以文件为准。',
    en: 'Tiers are dated, by the documents that set them.',
  },
} satisfies Words;
