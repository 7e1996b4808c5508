/** Words of the forms of teams. */
import type { Words } from '../kit/words.ts';

export const formWords = {
  'teams.form.needed': { zh: '这一项要填。', en: 'This is needed.' },
  'teams.form.village_needed': {
    zh: '驻村第一书记要写明驻点村。',
    en: 'A first secretary needs a village.',
  },
  'teams.form.born_form': { zh: '写四位年份，如 1985。', en: 'Four digits, such as 1985.' },
  'teams.form.known': {
    zh: '系统里已有同名的人，是不是其中一位',
    en: 'People of this name are on record: is it one of them',
  },
  'teams.form.known.elsewhere': { zh: '记录在其他县', en: 'on record in another county' },
  'teams.form.known.new': { zh: '都不是，登记新人', en: 'None of them, a new person' },
  'teams.form.behind': { zh: '组团单位：', en: 'Units behind the team:' },
  'teams.form.team': { zh: '组建工作队', en: 'Form a team' },
  'teams.form.team.members': { zh: '成员单位', en: 'Member units' },
  'teams.form.remove': { zh: '去掉 {name}', en: 'Take out {name}' },

  'teams.form.posting.add': { zh: '登记派驻任职', en: 'Add a posting' },
  'teams.form.posting.change': { zh: '变更任职', en: 'Change the posting' },
  'teams.form.posting.end': { zh: '结束派驻', en: 'End the posting' },
  'teams.form.posting.of': { zh: '{name} · {role}', en: '{name} · {role}' },
  'teams.form.posting.fixed': {
    zh: '人员、单位、工作队、人员类别和到任日期不能改；登记有误的，结束时原因选登记有误，再重新登记。',
    en: 'Person, unit, team, category and first day never change; where they are wrong, end the posting as entered in error and add a new one.',
  },
  'teams.form.category': { zh: '人员类别', en: 'Category' },
  'teams.form.role': { zh: '职务', en: 'Role' },
  'teams.form.organisation': { zh: '选派单位', en: 'Sending unit' },
  'teams.form.name': { zh: '姓名', en: 'Name' },
  'teams.form.name.help': {
    zh: '按身份证上的字填写，生僻字和间隔号照填。',
    en: 'As on the identity card, with rare characters and the dot as they are.',
  },
  'teams.form.sex': { zh: '性别', en: 'Sex' },
  'teams.form.bornIn': { zh: '出生年份', en: 'Year of birth' },
  'teams.form.education': { zh: '学历', en: 'Education' },
  'teams.form.rank': { zh: '职级', en: 'Rank' },
  'teams.form.party': { zh: '中共党员', en: 'Party member' },
  'teams.form.yes': { zh: '是', en: 'Yes' },
  'teams.form.no': { zh: '否', en: 'No' },
  'teams.form.skills': { zh: '专长', en: 'Skills' },
  'teams.form.skills.help': { zh: '几项之间用顿号分开。', en: 'Several are parted by a comma.' },
  'teams.form.main': { zh: '主任职还是兼任', en: 'Main or second post' },
  'teams.form.main.yes': { zh: '主要任职', en: 'Main posting' },
  'teams.form.main.no': {
    zh: '在本队兼任（不重复计人数）',
    en: 'Second post in this team (counted once)',
  },
  'teams.form.village': { zh: '驻点村', en: 'Village' },
  'teams.form.village.none': { zh: '不驻村', en: 'None' },
  'teams.form.townPost': { zh: '镇内任职', en: 'Post in the town' },
  'teams.form.townPost.help': {
    zh: '例如：镇党委副书记（挂任）。',
    en: 'For example: deputy party secretary of the town.',
  },
  'teams.form.batch': { zh: '批次', en: 'Batch' },
  'teams.form.startsOn': { zh: '到任日期', en: 'First day' },
  'teams.form.dueOn': { zh: '到期日期', en: 'Due date' },
  'teams.form.dueOn.help': {
    zh: '按计划轮换的日子，到期前六个月开始提醒。',
    en: 'When the rotation is planned; the reminder begins six months before.',
  },
  'teams.form.endsOn': { zh: '离任日期', en: 'Until' },
  'teams.form.endsOn.help': {
    zh: '不再在任的第一天。',
    en: 'The first day no longer in post.',
  },
  'teams.form.reason': { zh: '原因', en: 'Reason' },
  'teams.form.note': { zh: '说明', en: 'Note' },
  'teams.form.note.help': {
    zh: '写给后来看的人；不写健康、家庭等个人情况。',
    en: 'For those who read it later; nothing about health or family.',
  },
} satisfies Words;
