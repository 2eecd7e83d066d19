import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gateLimits, isFresh, plainIn, sealOf } from './gate.ts'
import { accountIn } from './schema/messages.ts'

const key = 'https://glammr.example/users/ada#main-key'
const old = (headers: string) =>
  new Headers({ Signature: `keyId="${key}",algorithm="rsa-sha256",headers="${headers}",signature="c2ln"` })
const anew = (input: string) => new Headers({ Signature: 'sig1=:c2ln:', 'Signature-Input': input })
const covered = '"@method" "@target-uri" "content-digest"'

test.each([
  ['nothing', new Headers(), 'unsigned'],
  ['all that it must', old('(request-target) host date digest content-type'), { keyId: key, isNew: false }],
  ['not its body', old('(request-target) host date'), 'badly-signed'],
  ['not where it goes', old('host date digest'), 'badly-signed'],
  ['not to whom', old('(request-target) date digest'), 'badly-signed'],
  ['no key', new Headers({ Signature: 'headers="(request-target) host date digest"' }), 'badly-signed'],
  ['all, in the new way', anew(`sig1=(${covered});created=1;keyid="${key}"`), { keyId: key, isNew: true }],
  [
    'host and path apart',
    anew(`sig1=("@method" "@authority" "@path" "content-digest");keyid="${key}";alg="rsa-v1_5-sha256"`),
    { keyId: key, isNew: true },
  ],
  ['not its body, in the new way', anew(`sig1=("@method" "@target-uri");keyid="${key}"`), 'badly-signed'],
  [
    'not where it goes, in the new way',
    anew(`sig1=("@method" "content-digest");keyid="${key}"`),
    'badly-signed',
  ],
  [
    'a weak one beside a strong one',
    anew(`weak=("@method");created=1;keyid="${key}", sig1=(${covered});created=1;keyid="${key}"`),
    'badly-signed',
  ],
])('a signature that covers %s', (_what, headers, expected) => {
  expect(sealOf(headers)).toEqual(expected)
})

test('a message is looked at for an hour, and not before it was sent', () => {
  const now = new Date('2016-03-01T12:00:00Z')
  const at = (instant: string) => isFresh(new Headers({ Date: new Date(instant).toUTCString() }), now)
  const created = (instant: string) => isFresh(anew(`sig1=();created=${Date.parse(instant) / 1000}`), now)

  expect(['2016-03-01T11:00:00Z', '2016-03-01T12:30:00Z'].map(at)).toEqual([true, true])
  expect(
    ['2016-03-01T10:59:59Z', '2016-03-01T13:00:01Z', 'never'].map((one) =>
      one === 'never' ? isFresh(new Headers(), now) : at(one),
    ),
  ).toEqual([false, false, false])
  expect([created('2016-03-01T11:30:00Z'), created('2016-02-29T12:00:00Z')]).toEqual([true, false])
})

const nested = (depth: number): unknown => (depth === 1 ? {} : { object: nested(depth - 1) })
const written = (more: object) => JSON.stringify({ actor: 'https://glammr.example/users/ada', ...more })

test.each([
  ['no JSON', '{"actor":', 'not-json'],
  ['a list', '[]', 'not-json'],
  ['null', 'null', 'not-json'],
  ['no actor', '{"type":"Like"}', 'no-actor'],
  ['several actors', '{"actor":["https://a.example","https://b.example"]}', 'no-actor'],
  ['an enclosed actor', '{"actor":{"id":"https://a.example"}}', 'no-actor'],
  ['an actor with a password', '{"actor":"https://ada:secret@a.example"}', 'no-actor'],
  ['an actor that is no web address', '{"actor":"mailto:ada@a.example"}', 'no-actor'],
  ['a NUL', written({ content: 'a\0b' }), 'not-json'],
  ['things in things', written({ object: nested(gateLimits.depth) }), 'too-deep'],
  ['a deep list', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'not-json'],
  [
    'a deep list in a thing',
    written({}).replace('}', `,"a":${'['.repeat(9000)}${']'.repeat(9000)}}`),
    'too-deep',
  ],
  ['too many things', written({ tag: Array.from({ length: 60 }, () => ({})) }), 'too-much'],
])('a message of %s is refused', (_what, body, expected) => {
  expect(plainIn(body)).toBe(expected)
})

test('a message as rich as it may be is read', () => {
  const rich = { object: nested(gateLimits.depth - 1), tag: Array.from({ length: 40 }, () => ({})) }

  expect(plainIn(written(rich))).toEqual({ actor: 'https://glammr.example/users/ada', ...rich })
})

test('an account to which nothing can be sent is none: no request goes to an address with a password in it', () => {
  const id = 'https://glammr.example/users/ada'
  const account = (inbox: string) =>
    accountIn(
      JSON.stringify({
        ...{ id, type: 'Person', preferredUsername: 'ada', inbox },
        publicKey: { id: key, owner: id, publicKeyPem: '' },
      }),
    )

  expect(account(`${id}/inbox`)?.inbox).toBe(`${id}/inbox`)
  expect(account('https://ada:secret@glammr.example/inbox')).toBe(null)
  expect(account(`https://glammr.example/${'文'.repeat(400)}`)).toBe(null)
})

test('whatever comes is read or refused, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.object().map((one) => written(one)),
      ),
      (body) => {
        const read = plainIn(body)
        expect(typeof read === 'string' || typeof read.actor === 'string').toBe(true)
      },
    ),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (one, other) => {
      const plain = (text: string) => text.replace(/[^\x20-\x7e]/g, '')
      const headers = new Headers({ Signature: `x${plain(one)}`, 'Signature-Input': `sig1=(${plain(other)}` })
      expect(sealOf(headers)).toBe('badly-signed')
    }),
  )
})
