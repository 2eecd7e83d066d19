import { expect, test } from 'vitest'
import { aPerson } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { sayAddress } from './shells.ts'

const app = await testApp()

test('a network that nobody runs yet says how to become its director', async () => {
  await aPerson(app, { role: 'editor' })
  const first = await sayAddress(app, 3000)
  await aPerson(app, { role: 'director' })
  const later = await sayAddress(app, 3000)

  expect(first).toContain(
    'npx twinleaf user create --name "Your name" --email you@example.org --role director',
  )
  expect(later).toBe('Twinleaf is at http://localhost:3000 (port 3000). Ctrl-C stops it.')
})
