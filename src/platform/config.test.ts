import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

const secret = 'thirty-two characters at the least, please'

test('nothing has to be set on a machine of one’s own', () => {
  const config = readConfig({ SECRET: secret, DATA_DIR: '/tmp/twinleaf' })

  expect(config).toEqual({
    origin: 'http://localhost:3000',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    directUrl: null,
    dataDir: '/tmp/twinleaf',
    mail: {
      transport: 'page',
      smtpUrl: null,
      from: 'Twinleaf <hello@localhost>',
      dkim: null,
      bounceAddress: null,
      mailbox: null,
    },
    trustedProxies: [],
    bodyBytes: 64 * 1024 * 1024,
    reserveBytes: null,
    backup: { to: '/tmp/twinleaf/backups', isDaily: true, anyMinute: true, publicKey: null },
    media: { isStored: false, store: null },
    secret,
    logLevel: 'info',
    metricsToken: null,
    tracesTo: null,
    isDevelopment: true,
  })
})

const folder = () => mkdtempSync(join(tmpdir(), 'twinleaf-config-'))

function aFile(content: string) {
  const path = join(folder(), 'key.pem')
  writeFileSync(path, content)
  return path
}

const signed = { DKIM_DOMAIN: 'network.example', DKIM_SELECTOR: 'twinleaf' }
const publicSite = { BASE_URL: 'https://network.example', MAIL_TRANSPORT: 'spool' }
const pem = ({ privateKey }: { privateKey: KeyObject }) =>
  String(privateKey.export({ type: 'pkcs8', format: 'pem' }))

test.each<[string, Record<string, string>, string | RegExp]>([
  [
    'BASE_URL',
    { BASE_URL: 'library.example' },
    'BASE_URL must be a whole address, such as https://network.example.org.',
  ],
  [
    'BASE_URL',
    { BASE_URL: 'http://library.example' },
    'BASE_URL must start with https:// unless it is on localhost.',
  ],
  [
    'BASE_URL',
    { BASE_URL: 'https://library.example/network' },
    'BASE_URL must be a scheme and a host, without a path.',
  ],
  [
    'HOST',
    { HOST: 'library.example' },
    'HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
  ],
  ['MEDIA', { MEDIA: 'store' }, 'MEDIA_TO is needed for MEDIA=store.'],
  [
    'MEDIA_TO',
    { MEDIA_TO: './pictures' },
    'MEDIA_TO must be the address of a store, as in https://s3.example.org/bucket.',
  ],
  [
    'MEDIA_TO',
    { MEDIA_TO: 'https://s3.example.org/bucket', MEDIA_KEY_ID: 'one' },
    'MEDIA_KEY_ID and MEDIA_SECRET_KEY are needed for the store in MEDIA_TO.',
  ],
  ['PORT', { PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535.'],
  ['PORT', { PORT: '65536' }, 'PORT must be a whole number from 0 to 65535.'],
  [
    'DATABASE_URL',
    { DATABASE_URL: 'mysql://localhost' },
    'DATABASE_URL must start with postgres:// or postgresql://.',
  ],
  [
    'DATABASE_URL',
    { DATABASE_URL: 'postgres' },
    'DATABASE_URL must start with postgres:// or postgresql://.',
  ],
  ['SMTP_URL', { SMTP_URL: 'mail.example' }, 'SMTP_URL must start with smtp:// or smtps://.'],
  ['SMTP_URL', { MAIL_TRANSPORT: 'smtp' }, 'SMTP_URL is needed for MAIL_TRANSPORT=smtp.'],
  ['MAIL_TRANSPORT', { MAIL_TRANSPORT: 'pigeon' }, 'MAIL_TRANSPORT must be one of smtp, spool, page.'],
  [
    'MAIL_TRANSPORT',
    { MAIL_TRANSPORT: 'page', BASE_URL: 'https://library.example' },
    'MAIL_TRANSPORT=page shows every email, sign-in links too, on a page: BASE_URL must be on localhost for it. For a public site set smtp or spool.',
  ],
  [
    'MAIL_TRANSPORT',
    { MAIL_TRANSPORT: 'page', HOST: '0.0.0.0' },
    'MAIL_TRANSPORT=page shows every email, sign-in links too, on a page: HOST must be 127.0.0.1 or ::1 for it. For other machines set smtp or spool.',
  ],
  ...[
    'Twinleaf',
    'a@b.example, c@d.example',
    'Twinleaf <hello>',
    'T\n <a@b.example>',
    'All: a@b.example, c@d.example;',
  ].map((from): [string, Record<string, string>, string] => [
    'MAIL_FROM',
    { MAIL_FROM: from },
    'MAIL_FROM must be one address, with or without a name, such as Twinleaf <hello@network.example.org>.',
  ]),
  ...['10.0.0.0/8, proxy.example', '10', '0x7f.1', '10.0.0.0/33', '10/8', '10.0.0.1;10.0.0.2'].map(
    (list): [string, Record<string, string>, string] => [
      'TRUSTED_PROXIES',
      { TRUSTED_PROXIES: list },
      'TRUSTED_PROXIES must hold addresses or networks, separated by commas, such as 127.0.0.1, 10.0.0.0/8.',
    ],
  ),
  [
    'SECRET',
    { SECRET: 'short' },
    'SECRET must have at least 32 characters. Leave it empty to have one made and kept in DATA_DIR.',
  ],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of debug, info, warn, error, silent.'],
  [
    'DKIM setting',
    { DKIM_DOMAIN: 'network.example' },
    'To sign emails with DKIM, set DKIM_SELECTOR and DKIM_KEY_FILE too; to send them unsigned, set none of the three.',
  ],
  [
    'DKIM setting',
    { ...signed, DKIM_KEY_FILE: '' },
    'To sign emails with DKIM, set DKIM_KEY_FILE too; to send them unsigned, set none of the three.',
  ],
  [
    'DKIM_KEY_FILE',
    { ...signed, DKIM_KEY_FILE: '/no/such/key.pem' },
    'DKIM_KEY_FILE is not there: /no/such/key.pem. Correct the path, or let the account that runs Twinleaf read it.',
  ],
  [
    'DKIM_KEY_FILE',
    { ...signed, DKIM_KEY_FILE: '/' },
    'DKIM_KEY_FILE cannot be read (EISDIR): /. Correct the path, or let the account that runs Twinleaf read it.',
  ],
  ['DKIM_KEY_FILE', { ...signed, DKIM_KEY_FILE: aFile('no key') }, /^DKIM_KEY_FILE holds no private RSA key/],
  [
    'DKIM_KEY_FILE',
    { ...signed, DKIM_KEY_FILE: aFile(pem(generateKeyPairSync('ed25519'))) },
    /^DKIM_KEY_FILE holds no private RSA key/,
  ],
])('a %s that cannot be used stops the start with a sentence', (_name, env, sentence) => {
  const start = () => readConfig({ SECRET: secret, ...env })

  expect(start).toThrow(BadConfig)
  expect(start).toThrow(sentence)
})

test('each setting that is wrong is told', () => {
  expect(() => readConfig({ PORT: 'eighty', SECRET: 'short' })).toThrow(/^PORT .*\.\nSECRET .*\.$/)
})

test('a sender and a key that are right are taken', () => {
  const key = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }))

  const { mail } = readConfig({
    SECRET: secret,
    MAIL_FROM: '"Librarians, all" <hello@network.example>',
    ...signed,
    DKIM_KEY_FILE: aFile(key),
  })

  expect(mail.from).toBe('"Librarians, all" <hello@network.example>')
  expect(mail.dkim).toEqual({ domain: 'network.example', selector: 'twinleaf', privateKey: key })
})

test.each<[string, Record<string, string>, string | null]>([
  ['nothing set', {}, '127.0.0.1'],
  ['a real transport on localhost', { MAIL_TRANSPORT: 'spool' }, '127.0.0.1'],
  ['localhost by its address', { BASE_URL: 'http://[::1]:3000' }, '::1'],
  ['a public site', publicSite, null],
  ['a public site behind a proxy beside it', { ...publicSite, HOST: '127.0.0.1' }, '127.0.0.1'],
  ['a real transport, and someone who knows', { MAIL_TRANSPORT: 'spool', HOST: '0.0.0.0' }, '0.0.0.0'],
])('with %s, what is listened on is as narrow as it can be', (_name, env, host) => {
  expect(readConfig({ SECRET: secret, ...env }).host).toBe(host)
})

test('an empty variable is the same as none', () => {
  expect(readConfig({ SECRET: secret, SMTP_URL: '', DATABASE_URL: '' }).mail.transport).toBe('page')
})
