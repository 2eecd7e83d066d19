import type { App } from '../../../platform/app.ts'
import type { CommandInput } from '../../../platform/commands.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { deskFor } from '../queries/desk.ts'
import { firstRows } from '../queries/imports.ts'

export const roundOption = { help: 'for example 2016A', value: 'CODE', required: true }

/** What is to be cleaned in the round that somebody names, and in which row of its file each application stood first. */
export async function deskOfRound(app: App, options: CommandInput['options']) {
  const round = await roundByCode(app.db, terminal, options.round ?? '')
  const desk = await deskFor(app.db, terminal, round.id)
  return { round, desk, rows: await firstRows(app.db, round.id) }
}
