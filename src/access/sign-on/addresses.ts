/** Where a request to a provider may go: which addresses of the network are meant for it. */
import { BlockList, isIP } from 'node:net';

export type Network = 'public' | 'private' | 'loopback' | 'never';

const listed = (subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', bits = ''] = subnet.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
};

const loopback = listed(['127.0.0.0/8', '::1/128']);
/** Networks of a house (RFC 1918, RFC 6598, RFC 4193). */
const inHouse = listed([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
]);
/** What is no host to ask: this network, link-local (services of clouds), protocol and test networks, multicast, reserved. */
const never = listed([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001:db8::/32',
  '2002::/16',
  'fe80::/10',
  'ff00::/8',
]);

/** @param address IPv4 or IPv6; anything else is never to be asked */
export function networkOf(address: string): Network {
  const family = { 0: null, 4: 'ipv4', 6: 'ipv6' }[isIP(address)] as 'ipv4' | 'ipv6' | null; // isIP answers these three
  if (family === null || never.check(address, family)) return 'never';
  if (loopback.check(address, family)) return 'loopback';
  return inHouse.check(address, family) ? 'private' : 'public';
}
