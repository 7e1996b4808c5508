// Who may sign in while the demonstration is loaded. The caller makes the accounts.
import type { AccessRole } from '../schema.gen.ts';

export interface DemonstrationIdentity {
  name: string;
  displayName: string;
  role: AccessRole;
  homeKey: string;
  password: string;
  /** Whose posting the account has: the holder of this role in the home place. */
  postedAs?: 'captain';
}

/** One password for all: these accounts show made-up data and are said to be open. */
const password = 'zhuzhen-2022';

export const demonstrationIdentities: readonly DemonstrationIdentity[] = [
  {
    name: 'sheng',
    displayName: '省级（广东省）',
    role: 'province',
    homeKey: '440000000000',
    password,
  },
  { name: 'shi', displayName: '市级（茂名市）', role: 'city', homeKey: '440900000000', password },
  {
    name: 'xian',
    displayName: '县级（信宜市）',
    role: 'county',
    homeKey: '440983000000',
    password,
  },
  {
    name: 'zhen',
    displayName: '镇级（信宜市大成镇）',
    role: 'town',
    homeKey: '440983117000',
    password,
  },
  {
    name: 'shenji',
    displayName: '审计（广东省）',
    role: 'auditor',
    homeKey: '440000000000',
    password,
  },
  {
    name: 'yanshi',
    displayName: '演示县（虚构）',
    role: 'county',
    homeKey: '990101000000',
    password,
  },
  {
    name: 'caizheng',
    displayName: '县级财政（虚构演示县）',
    role: 'county_finance',
    homeKey: '990101000000',
    password,
  },
  {
    name: 'shixi',
    displayName: '镇级（虚构石溪镇）',
    role: 'town',
    homeKey: '990101100000',
    password,
  },
  {
    name: 'caisuo',
    displayName: '镇财政所（虚构石溪镇）',
    role: 'town',
    homeKey: '990101100000',
    password,
  },
  {
    name: 'duizhang',
    displayName: '队长（信宜市大成镇）',
    role: 'captain',
    homeKey: '440983117000',
    password,
    postedAs: 'captain',
  },
  {
    name: 'bangfu',
    displayName: '帮扶市（广州市）',
    role: 'assisting_city',
    homeKey: '440100000000',
    password,
  },
  {
    name: 'xitong',
    displayName: '系统管理员（广东省）',
    role: 'sysadmin',
    homeKey: '440000000000',
    password,
  },
  {
    name: 'anquan',
    displayName: '安全管理员（广东省）',
    role: 'secadmin',
    homeKey: '440000000000',
    password,
  },
  {
    name: 'jilu',
    displayName: '审计管理员（广东省）',
    role: 'auditadmin',
    homeKey: '440000000000',
    password,
  },
];

/** The notice by which the auditor of the demonstration looks. */
export const demonstrationNotice = {
  number: '演审通〔2022〕7号',
  organ: '广东省审计厅（演示）',
  subject: '驻镇帮镇扶村资金与派驻情况审计',
  startsOn: '2022-07-14',
  endsOn: '2022-08-31',
  account: 'shenji',
  /** The province, and the made-up county beside it. */
  places: ['440000000000', '990101000000'],
} as const;
