/** Labels of the closed lists of teams. */
import type { Words } from '../../kit/words.ts';

export const codes = {
  'teams.organisation_kind.party_government': { zh: '党政机关', en: 'Party or government organ' },
  'teams.organisation_kind.public_institution': { zh: '事业单位', en: 'Public institution' },
  'teams.organisation_kind.state_enterprise': { zh: '国有企业', en: 'State-owned enterprise' },
  'teams.organisation_kind.private_enterprise': { zh: '民营企业', en: 'Private enterprise' },
  'teams.organisation_kind.university': { zh: '高校', en: 'University' },
  'teams.organisation_kind.hospital': { zh: '医院', en: 'Hospital' },
  'teams.organisation_kind.bank': { zh: '金融机构', en: 'Bank' },
  'teams.organisation_kind.social_organisation': { zh: '社会组织', en: 'Social organisation' },
  'teams.organisation_kind.chamber': { zh: '商会协会', en: 'Chamber of commerce' },

  'teams.organisation_level.central': { zh: '中央驻粤', en: 'Central' },
  'teams.organisation_level.provincial': { zh: '省直', en: 'Provincial' },
  'teams.organisation_level.city': { zh: '市直', en: 'City' },
  'teams.organisation_level.county': { zh: '县直', en: 'County' },

  'teams.pairing_kind.designated': { zh: '定点帮扶', en: 'Designated' },
  'teams.pairing_kind.society': { zh: '社会力量帮扶', en: 'Society' },
  'teams.pairing_kind.city_to_city': { zh: '对口帮扶', en: 'City to city' },
  'teams.pairing_kind.organ_to_county': { zh: '纵向帮扶', en: 'Organ to county' },
  'teams.pairing_kind.group_to_town': { zh: '组团帮扶', en: 'Group of units to a town' },

  'teams.duty_kind.people': { zh: '派人', en: 'People' },
  'teams.duty_kind.money': { zh: '出资', en: 'Money' },
  'teams.duty_kind.matters': { zh: '办事', en: 'Matters' },

  'teams.category.cadre': { zh: '派驻干部', en: 'Cadre' },
  'teams.category.graduate_service': { zh: '三支一扶', en: 'Graduate service' },
  'teams.category.agri_tech_agent': { zh: '科技特派员', en: 'Science and technology agent' },
  'teams.category.finance_assistant': { zh: '金融助理', en: 'Finance assistant' },
  'teams.category.volunteer': { zh: '志愿者', en: 'Volunteer' },

  'teams.role.captain': { zh: '队长', en: 'Captain' },
  'teams.role.deputy_captain': { zh: '副队长', en: 'Deputy captain' },
  'teams.role.member': { zh: '队员', en: 'Member' },
  'teams.role.first_secretary': { zh: '驻村第一书记', en: 'First secretary' },
  'teams.role.specialist': { zh: '专业人员', en: 'Specialist' },
  'teams.role.volunteer': { zh: '志愿者', en: 'Volunteer' },

  'teams.sex.female': { zh: '女', en: 'Female' },
  'teams.sex.male': { zh: '男', en: 'Male' },

  'teams.education.secondary': { zh: '高中及以下', en: 'Secondary school or below' },
  'teams.education.college': { zh: '大专', en: 'College diploma' },
  'teams.education.bachelor': { zh: '本科', en: 'Bachelor' },
  'teams.education.master': { zh: '硕士', en: 'Master' },
  'teams.education.doctor': { zh: '博士', en: 'Doctor' },

  'teams.rank.section_member': { zh: '科员', en: 'Section member' },
  'teams.rank.deputy_section_head': { zh: '副科级', en: 'Deputy section head' },
  'teams.rank.section_head': { zh: '正科级', en: 'Section head' },
  'teams.rank.deputy_division_head': { zh: '副处级', en: 'Deputy division head' },
  'teams.rank.division_head': { zh: '正处级', en: 'Division head' },
  'teams.rank.professional': { zh: '专业技术人员', en: 'Professional or technical staff' },

  'teams.end_reason.term_completed': { zh: '任期届满', en: 'Term completed' },
  'teams.end_reason.rotation': { zh: '到期轮换', en: 'Rotation' },
  'teams.end_reason.transferred': { zh: '工作调动', en: 'Transferred' },
  'teams.end_reason.promoted': { zh: '提拔任用', en: 'Promoted' },
  'teams.end_reason.illness': { zh: '因病召回', en: 'Illness' },
  'teams.end_reason.resigned': { zh: '辞职', en: 'Resigned' },
  'teams.end_reason.retired': { zh: '退休', en: 'Retired' },
  'teams.end_reason.disciplinary': { zh: '违纪召回', en: 'Recalled for discipline' },
  'teams.end_reason.entered_in_error': { zh: '登记有误', en: 'Entered in error' },

  'teams.limit_name.team_least': { zh: '每队人数下限', en: 'Least people in a team' },
  'teams.limit_name.agents_most': {
    zh: '每队科技特派员上限',
    en: 'Most science and technology agents in a team',
  },
  'teams.limit_name.volunteers_most': { zh: '每队志愿者上限', en: 'Most volunteers in a team' },
  'teams.limit_name.term_years': { zh: '每轮年限', en: 'Years of a batch' },
} satisfies Words;
