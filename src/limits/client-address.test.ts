import { clientOf } from './client-address';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::1', '0:0:0:0'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:0:0:ffff:1:2:3', '2001:db8:0:0'],
  ['2001:0DB8:00AA::', '2001:db8:aa:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('tells %s as %s', (ip, client) => expect(clientOf(ip)).toBe(client));
