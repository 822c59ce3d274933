// Which addresses a webhook may reach.
import { expect, test } from 'vitest'
import { isPublicAddress, resolveHost } from '#server/webhook/public-address.ts'

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.0',
  '172.15.0.1',
  '172.32.0.1',
  '193.0.0.1',
  '223.255.255.255',
  '2a00:1450:4001:80e::200e',
  '2606:4700::1111',
])('%s is on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254', // where clouds keep the secrets of their machines
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.178.1',
  '198.19.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  '2a00::1%eth0',
  'ff02::1',
  'example.org',
  '',
  '127.1',
  '0x7f000001',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('an address in a URL is itself, whatever way it was written in', async () => {
  for (const [url, address] of [
    ['https://[::1]/', '::1'],
    ['https://2130706433/', '127.0.0.1'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://127.1/', '127.0.0.1'],
  ] as const)
    expect(await resolveHost(new URL(url).hostname)).toEqual([
      { address, family: address.includes(':') ? 6 : 4 },
    ])
})

test('a name that leads nowhere has no address', async () => {
  expect(await resolveHost('nowhere.invalid')).toEqual([])
})
