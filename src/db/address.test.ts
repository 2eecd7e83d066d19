import { expect, test } from 'vitest'
import { addressOf, besideIn, databaseIn, faultOf, hostsOf } from './address.ts'

const several =
  'postgres://twinleaf:p%40ss@db1.example.org:5432,[2001:db8::2],db3:6000/twin%20leaf?target_session_attrs=read-write&sslmode=verify-full'

test('an address with several hosts is each of them in turn', () => {
  expect(hostsOf(several)).toEqual([
    { host: 'db1.example.org', port: 5432 },
    { host: '2001:db8::2', port: 5432 },
    { host: 'db3', port: 6000 },
  ])
  expect(addressOf(several)).toBe(
    'postgres://twinleaf:p%40ss@db1.example.org:5432/twin%20leaf?sslmode=verify-full',
  )
  expect(databaseIn(several)).toBe('twin leaf')
  expect(besideIn(several, 'postgres')).toContain('@db1.example.org:5432,[2001:db8::2],db3:6000/postgres?')
})

test.each([
  'postgres://twinleaf@localhost/twinleaf',
  'postgresql:///twinleaf?host=/run/postgresql',
  'postgres://db.example.org',
])('one host stays as it was written: %s', (url) => {
  expect(faultOf(url)).toBeNull()
  expect(hostsOf(url)).toEqual([])
  expect(addressOf(url)).toBe(url)
})

test.each([
  ['mysql://db1/twinleaf', /must start with postgres/],
  ['postgres://db1:port/twinleaf', /must be a whole address/],
  ['postgres://db1,db2:x/twinleaf', /must be a whole address/],
  ['postgres://db1,/twinleaf', /before and after each comma/],
  ['postgres://db1,db2/twinleaf?target_session_attrs=standby', /target_session_attrs=read-write/],
  [several, null],
  ['postgres://db1,db2/twinleaf', null],
])('%s is judged before anyone connects', (url, fault) => {
  if (fault) expect(faultOf(url)).toMatch(fault)
  else expect(faultOf(url)).toBeNull()
})
