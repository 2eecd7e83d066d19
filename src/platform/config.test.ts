import { expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

const secret = 'thirty-two characters at the least, please'

test('nothing has to be set on a machine of one’s own', () => {
  const config = readConfig({ SECRET: secret, DATA_DIR: '/tmp/twinleaf' })

  expect(config).toEqual({
    origin: 'http://localhost:3000',
    port: 3000,
    databaseUrl: null,
    dataDir: '/tmp/twinleaf',
    mail: { transport: 'page', smtpUrl: null, from: 'Twinleaf <hello@localhost>', dkim: null },
    trustedProxies: [],
    secret,
    logLevel: 'info',
    isDevelopment: true,
  })
})

test.each([
  ['BASE_URL', { BASE_URL: 'http://library.example' }, /BASE_URL must start with https/],
  ['BASE_URL', { BASE_URL: 'https://library.example/network' }, /BASE_URL must be a scheme and a host/],
  ['PORT', { PORT: 'eighty' }, /PORT/],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost' }, /DATABASE_URL/],
  ['DATABASE_URL', { DATABASE_URL: 'postgres' }, /DATABASE_URL/],
  ['SMTP_URL', { MAIL_TRANSPORT: 'smtp' }, /SMTP_URL is needed/],
  [
    'MAIL_TRANSPORT',
    { MAIL_TRANSPORT: 'page', BASE_URL: 'https://library.example' },
    /MAIL_TRANSPORT=page shows every mail/,
  ],
  [
    'TRUSTED_PROXIES',
    { TRUSTED_PROXIES: '10.0.0.0/8, proxy.example' },
    /TRUSTED_PROXIES.* must hold addresses/,
  ],
  ['SECRET', { SECRET: 'short' }, /SECRET/],
])('a %s that cannot be used stops the start with its name', (_name, env, message) => {
  expect(() => readConfig({ SECRET: secret, ...env })).toThrow(BadConfig)
  expect(() => readConfig({ SECRET: secret, ...env })).toThrow(message)
})

test('an empty variable is the same as none', () => {
  expect(readConfig({ SECRET: secret, SMTP_URL: '', DATABASE_URL: '' }).mail.transport).toBe('page')
})
