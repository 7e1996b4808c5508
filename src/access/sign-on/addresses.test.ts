import { expect, test } from 'vitest';
import { networkOf } from './addresses.ts';

test.each([
  ['8.8.8.8', 'public'],
  ['2400:3200::1', 'public'],
  ['127.0.0.1', 'loopback'],
  ['127.9.9.9', 'loopback'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.1', 'public'],
  ['192.168.0.1', 'private'],
  ['100.64.0.1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['fd00::1', 'private'],
  ['0.0.0.0', 'never'],
  ['169.254.169.254', 'never'],
  ['::ffff:169.254.169.254', 'never'],
  ['fe80::1', 'never'],
  ['64:ff9b::a00:1', 'never'],
  ['224.0.0.1', 'never'],
  ['255.255.255.255', 'never'],
  ['::', 'never'],
  ['localhost', 'never'],
  ['', 'never'],
])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network));
