import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from '../../../platform/commands.ts'
import { formats } from '../../../platform/formats.ts'
import { NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { importFile } from '../actions/imports.ts'
import { acceptObvious } from '../actions/obvious.ts'
import { fullName, states } from '../application.ts'
import { type Field, type FileKind, fileKinds, unusedTwins } from '../columns.ts'
import { leftOn, stateCounts } from '../desk.ts'
import { encodings } from '../encodings.ts'
import {
  datesInWords,
  encodingInWords,
  outsideInWords,
  unreadableInWords,
} from '../pages/reading-in-words.ts'
import { type BadRow, badRows } from '../queries/imports.ts'
import type { FileReading } from '../queries/readings.ts'
import { dateOrders } from '../timestamps.ts'
import { fieldName, words } from '../words.ts'
import { capCommand } from './cap.ts'
import { problemsCommand } from './problems.ts'
import { deskOfRound, roundOption } from './round.ts'

const importCommand: Command = {
  name: 'applications import',
  grows: true,
  summary:
    'Import a CSV file of applications or of former pairings. Importing the same file twice changes nothing.',
  args: ['FILE'],
  options: {
    round: roundOption,
    zone: { help: "time zone of the file's times; that of the round by default", value: 'ZONE' },
    kind: { help: 'applications (by default) or former-pairings', value: 'KIND' },
    dates: { help: 'order of its dates, if more than one is possible: dmy, mdy or ymd', value: 'ORDER' },
    encoding: { help: 'encoding of the file, for example windows-1250 or shift_jis', value: 'NAME' },
  },
  async run(app, { args: [path = ''], options }) {
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    await refuseNoFile(path)
    const report = await importFile(app, terminal, round.code, {
      kind: oneOf(fileKinds, options.kind ?? 'applications'),
      dateOrder: options.dates === undefined ? undefined : oneOf(dateOrders, options.dates),
      encoding: options.encoding === undefined ? undefined : oneOf(encodings, options.encoding.toLowerCase()),
      zone: options.zone ?? round.zone,
      fileName: basename(path),
      source: () => createReadStream(path),
    })
    const { rows, added, known, corrected, problems, reading } = report
    const bad = (await badRows(app.db, round.id)).filter(({ fileId }) => fileId === report.id)
    const what: Record<FileKind, string> = {
      applications: 'applications',
      'former-pairings': 'former pairings',
    }
    return {
      text: [
        `${rows} rows: ${added} new ${what[report.kind]}, ${known} known before, ${problems} that could not be read.`,
        ...unreadableLines(bad, round.code),
        ...(corrected > 0
          ? [
              `${corrected} of those known before were corrected in the file. The cleaning desk offers what they say now.`,
            ]
          : []),
        ...readingLines(reading, round.zone),
      ].join('\n'),
      json: {
        ...{ id: report.id, kind: report.kind, rows, added, known, corrected, problems },
        ...{
          encoding: reading.shape.encoding,
          dates: reading.dateOrder,
          outsideWindow: reading.outsideWindow,
        },
        columns: reading.header.map((name, at) => ({ name, field: reading.columns[at] ?? null })),
        unreadable: bad.map(({ number, problem }) => ({ row: number, problem })),
      },
    }
  },
}

const unreadableNamed = 20

/** The first rows of which nothing was made, and where all of them are. */
function unreadableLines(bad: readonly BadRow[], code: string): string[] {
  const more = bad.length - unreadableNamed
  return [
    ...bad
      .slice(0, unreadableNamed)
      .map((one) => `  row ${one.number}  ${unreadableInWords(one, words('en'))}`),
    ...(more > 0
      ? [`  and ${more} more. See \`twinleaf applications problems --round ${code} --all\`.`]
      : []),
  ]
}

/** How a file was read, in the words of the page. */
function readingLines(reading: FileReading, zone: string): string[] {
  const [t, say] = [words('en'), formats('en', zone)]
  const { header, columns, kind, outsideWindow } = reading
  const nameOf = (field: Field) => fieldName(field, reading.questions, 'en')
  const taken = header.flatMap((name, at) => (columns[at] ? [`${name} (${nameOf(columns[at])})`] : []))
  const leftOut = header.filter((name, at) => name !== '' && !columns[at])
  const twins = unusedTwins(kind, header, columns).map(({ name, field }) =>
    t('preview.twin', { column: name, field: nameOf(field) }),
  )
  const dates = kind === 'applications' ? [`${t('reading.dates')}: ${datesInWords(reading, t, say)}`] : []
  const at = reading.headerLine
  return [
    ...(at > 1 ? [`${t('reading.header')}: ${t('reading.header-at', { row: at })}`] : []),
    `${t('reading.encoding')}: ${encodingInWords(reading, t)}`,
    ...dates,
    `${t('reading.taken')}: ${taken.join('; ')}`,
    ...(leftOut.length > 0 ? [`${t('reading.left-out')}: ${leftOut.join('; ')}`] : []),
    ...(twins.length > 0 ? [t('preview.twins', { columns: twins.join('; ') })] : []),
    ...(outsideWindow.length > 0 ? [outsideInWords(outsideWindow, t, say)] : []),
  ]
}

async function refuseNoFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new NotFound('no-such-file', { path })
}

function oneOf<Value extends string>(known: readonly Value[], written: string): Value {
  const value = known.find((one) => one === written)
  if (value === undefined) throw new Unacceptable('not-one-of', { written, known: known.join(', ') })
  return value
}

const listCommand: Command = {
  name: 'applications list',
  summary: 'List the applications of a round with their state.',
  options: {
    round: roundOption,
    state: { help: `only those in this state: ${states.join(', ')}`, value: 'STATE' },
  },
  async run(app, { options }) {
    const { desk, rows } = await deskOfRound(app, options)
    const wanted = options.state === undefined ? null : oneOf(states, options.state)
    const listed = desk.applications
      .map((one) => ({ one, state: desk.states.get(one.id) ?? 'problem' }))
      .filter(({ state }) => wanted === null || state === wanted)
    const counts = Object.entries(stateCounts(desk)).filter(([, count]) => count > 0)
    return {
      text: [
        ...listed.map(
          ({ one, state }) => `${state.padEnd(9)}  ${one.country ?? '??'}  ${fullName(one)} <${one.email}>`,
        ),
        counts.map(([state, count]) => `${count} ${state}`).join(', '),
      ].join('\n'),
      json: {
        counts: stateCounts(desk),
        applications: listed.map(({ one, state }) => ({
          id: one.id,
          row: rows.get(one.id) ?? null,
          state,
          name: fullName(one),
          email: one.email,
          country: one.country,
          submittedAt: one.submittedAt.toISOString(),
          mergedInto: one.mergedInto,
          problems: (desk.problems.get(one.id) ?? []).map(({ kind }) => kind),
        })),
      },
    }
  },
}

const cleanCommand: Command = {
  name: 'applications clean',
  summary: 'Accept everything at the cleaning desk that is beyond doubt. You can take it back at the desk.',
  options: { round: roundOption },
  async run(app, { options }) {
    const done = await acceptObvious(app, terminal, options.round ?? '')
    const { desk } = await deskOfRound(app, options)
    const left = leftOn(desk)
    const kinds = Object.entries(done.kinds).filter(([kind]) => kind !== 'merged-answers')
    return {
      text: [...kinds.map(([kind, count]) => `${kind}: ${count}`), `${left} questions left to decide`].join(
        '\n',
      ),
      json: { batchId: done.batchId, done: Object.fromEntries(kinds), left, states: stateCounts(desk) },
    }
  },
}

export const commands: Command[] = [importCommand, listCommand, problemsCommand, cleanCommand, capCommand]
