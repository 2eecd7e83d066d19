import { writeFile } from 'node:fs/promises'
import type { Command } from '../../platform/commands.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { personIdByEmail, terminal } from '../people/index.ts'
import { askErasureFor } from './actions/asking.ts'
import { packed } from './actions/copy.ts'
import { graceDays, whys } from './erasure.ts'
import { filesOf } from './pages/copy.tsx'
import { readerById } from './queries/reader.ts'

const exportData: Command = {
  name: 'user export',
  summary: 'Write a copy of all that is kept of someone into a ZIP file, for them.',
  args: ['EMAIL', 'FILE'],
  async run(app, { args: [email = '', file = ''] }) {
    const personId = await personIdByEmail(app.db, email)
    const zip = await packed(app, { ...(await readerById(app.db, personId)), whose: { personId } }, filesOf)
    await writeFile(file, zip, { mode: 0o600, flag: 'wx' })
    return {
      text: `${file} holds all that is kept of ${email}.`,
      json: { personId, file, bytes: zip.length },
    }
  },
}

const erase: Command = {
  name: 'user erase',
  summary: `Erase someone on their request. They are signed out at once, told by email, and erased after ${graceDays} days unless they take it back.`,
  args: ['EMAIL'],
  options: { why: { help: whys.join(', '), value: 'WHY', required: true } },
  async run(app, { args: [email = ''], options }) {
    const why = whys.find((one) => one === options.why)
    if (!why) throw new Unacceptable('bad-option', { option: 'why' })
    const personId = await askErasureFor(app, terminal, { email, why })
    return { text: `${email} is signed out, and erased in ${graceDays} days.`, json: { personId, why } }
  },
}

export const commands: Command[] = [exportData, erase]
