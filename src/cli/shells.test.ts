import { expect, test, vi } from 'vitest'
import { aPerson } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { sayAddress } from './shells.ts'

const app = await testApp()
const web = { port: 3000, devPath: '/dev/open/once' }

test('a network that nobody runs yet says how to become its director', async () => {
  await aPerson(app, { role: 'editor' })
  vi.stubEnv('npm_command', 'exec')
  const first = await sayAddress(app, web)
  vi.stubEnv('npm_command', '')
  const installed = await sayAddress(app, web)
  vi.unstubAllEnvs()
  await aPerson(app, { role: 'director' })
  const later = await sayAddress(app, web)

  const create = 'twinleaf user create --name "Your name" --email you@example.org --role director'
  expect(first).toContain(`\n  npx ${create}`)
  expect(installed).toContain(`\n  ${create}`)
  expect(later).toBe('Twinleaf is at http://localhost:3000 (port 3000). Ctrl-C stops it.')
})

test('where emails stay on this machine, the address to read them is said', async () => {
  const config = { ...app.config, mail: { ...app.config.mail, transport: 'page' as const } }

  const said = await sayAddress({ ...app, config }, web)

  expect(said).toContain(
    '\nEmails stay here. To read them, open this address, which works once: http://localhost:3000/dev/open/once',
  )
})
