// Who may sign in while the demonstration is loaded. The caller makes the accounts.
import type { AccessRole } from '../schema.gen.ts';

export interface DemonstrationIdentity {
  name: string;
  displayName: string;
  role: AccessRole;
  homeKey: string;
  password: string;
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
];
