import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { readConfig } from '../config.ts'
import { libraryOf } from './library-of.ts'
import { makeLink, useLink } from './links.ts'

const app = await testApp()
const others = 'a secret of someone else, thirty-two or more'

test('the library signs with our secret, whatever the environment offers it', async () => {
  for (const name of ['BETTER_AUTH_SECRET', 'AUTH_SECRET']) vi.stubEnv(name, others)
  vi.stubEnv('BETTER_AUTH_SECRETS', `2:${others}`)
  const person = await aPerson(app)

  const { secret, secretConfig } = await (await libraryOf(app)).$context
  const { cookies } = await useLink(app, await makeLink(app, person.id), new Headers())

  const [token = '', signature] = decodeURIComponent(
    /_session=([^;]+)/.exec(cookies.join())?.[1] ?? '',
  ).split('.')
  expect(secret).toBe(app.config.secret)
  expect(secretConfig).toMatchObject({ keys: new Map([[1, app.config.secret]]), currentVersion: 1 })
  expect(signature).toBe(createHmac('sha256', app.config.secret).update(token).digest('base64'))
})

test('without a secret there is no library, and no configuration either', async () => {
  const { db } = app
  const without = { ...app, db: Object.create(db) as typeof db, config: { ...app.config, secret: '' } }

  const begun = (async () => (await libraryOf(without)).$context)()

  await expect(begun).rejects.toThrow('Empty secret value')
  expect(readConfig({ DATA_DIR: app.config.dataDir, SECRET: '' }).secret).toMatch(/^[0-9a-f]{64}$/)
})
