/** Words of roles, and of where a scope comes from. */
import type { Words } from '../kit/words.ts';

const role = (zh: string, en: string) => ({ zh, en });

export const words = {
  'access.role.province': role('省级', 'Province'),
  'access.role.city': role('市级', 'City'),
  'access.role.county': role('县级', 'County'),
  'access.role.county_finance': role('县财政', 'County finance'),
  'access.role.town': role('镇级', 'Town'),
  'access.role.captain': role('工作队队长', 'Captain of a team'),
  'access.role.member': role('工作队队员', 'Member of a team'),
  'access.role.first_secretary': role('驻村第一书记', 'First secretary of a village'),
  'access.role.village': role('村级', 'Village'),
  'access.role.assisting_city': role('帮扶市', 'Assisting city'),
  'access.role.sending_unit': role('选派单位', 'Sending unit'),
  'access.role.department': role('行业部门', 'Department'),
  'access.role.auditor': role('审计', 'Auditor'),
  'access.role.sysadmin': role('系统管理员', 'System administrator'),
  'access.role.secadmin': role('安全管理员', 'Security administrator'),
  'access.role.auditadmin': role('审计管理员', 'Audit administrator'),

  'access.hint.province': role(
    '看全省，能组队、派驻',
    'Sees the province, forms teams and posts people',
  ),
  'access.hint.city': role('看全市，能组队、派驻', 'Sees the city, forms teams and posts people'),
  'access.hint.county': role(
    '看全县，能组队、派驻',
    'Sees the county, forms teams and posts people',
  ),
  'access.hint.county_finance': role('看全县，只读', 'Sees the county, changes nothing'),
  'access.hint.town': role('看本镇，能登记派驻', 'Sees the town, records postings'),
  'access.hint.captain': role(
    '看派驻的镇，任期一满就看不到',
    'Sees the town of the posting, as long as it lasts',
  ),
  'access.hint.member': role('看派驻的镇，只读', 'Sees the town of the posting, changes nothing'),
  'access.hint.first_secretary': role('看驻点村，只读', 'Sees the own village, changes nothing'),
  'access.hint.village': role('看本村，只读', 'Sees the village, changes nothing'),
  'access.hint.assisting_city': role(
    '看本市和结对的市，只读',
    'Sees the own city and the paired ones, changes nothing',
  ),
  'access.hint.sending_unit': role(
    '看结对和派人的镇，只读',
    'Sees the towns it is paired with or sends people to',
  ),
  'access.hint.department': role('看本级范围，只读', 'Sees its area, changes nothing'),
  'access.hint.auditor': role(
    '凭通知书看指定范围，只读',
    'Sees what the notice names, changes nothing',
  ),
  'access.hint.sysadmin': role(
    '开设账户、看运行，不办业务',
    'Makes accounts and runs the system, no other business',
  ),
  'access.hint.secadmin': role(
    '授予权限、定安全策略，不办业务',
    'Grants rights and sets the policy, no other business',
  ),
  'access.hint.auditadmin': role('查审计记录，不办业务', 'Reads the audit, no other business'),
} satisfies Words;
