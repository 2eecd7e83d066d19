import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { addContact, inviteAmbassador, shortenFor, writeNote } from '../../features/ambassadors/index.ts'
import { importFile } from '../../features/applications/index.ts'
import {
  countVisit,
  type FormPage,
  formPages,
  savePage,
  sendApplication,
  shortAddressOf,
  type Values,
} from '../../features/calls/index.ts'
import { changeNetwork } from '../../features/network/index.ts'
import { currentConduct } from '../../features/pages/index.ts'
import {
  type Actor,
  createPerson,
  grantRole,
  knowPerson,
  personIdByEmail,
  terminal,
} from '../../features/people/index.ts'
import { addQuestion, fieldOf, type Question, questionsOf } from '../../features/questions/index.ts'
import { announceRound, createRound, roundByCode } from '../../features/rounds/index.ts'
import { askToBeTold } from '../../features/subscribers/index.ts'
import { firstTopic, writeTopicFromFile } from '../../features/topics/index.ts'
import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import { Conflict } from '../../platform/refusals.ts'
import { root } from '../../platform/root.ts'
import { volunteer, worldOf } from '../simulate/world.ts'
import { demoContacts, demoInvitation, demoNote, demoVisits } from './ambassadors.ts'
import { type DemoApplicant, demoApplicants } from './applicants.ts'
import { introduceAuthors } from './archive/authors.ts'
import { archivedPosts, topicsAmong } from './archive/file.ts'
import { publishArchived } from './archive/publish.ts'
import { formerCode } from './before/day.ts'
import { liveRoundBefore } from './before/round.ts'
import { keepClock } from './clock.ts'
import { sendDemoComments } from './comments/send.ts'
import { publishConduct } from './conduct.ts'
import { offerContributions } from './contributions.ts'
import { fillPostDesk } from './desk/fill.ts'
import { demoNetwork } from './network.ts'
import { writeNewsletter } from './newsletter.ts'
import { type DemoPerson, demoPeople } from './people.ts'
import { demoQuestions } from './questions.ts'
import { demoRounds } from './rounds.ts'
import { demoSubscribers } from './subscribers.ts'
import { actorFor } from './team.ts'

import { fewRows, liveUntilWeekSeven } from './week-seven.ts'

/** Sunday evening in Europe, Monday morning in Sydney: a week before the round starts. */
const demoNow = new Date('2016-02-21T18:00:00Z')

/** The round to which people apply as the demonstration begins. */
const callingCode = '2016B'

const files = [
  { kind: 'former-pairings', name: 'former-pairings-2016A.csv' },
  { kind: 'applications', name: 'applications-2016A.csv' },
] as const

/** Fills an empty database with the demonstration network; does nothing when there is anyone in it. */
export async function seedOnce(app: App, { week }: { week?: 7 | undefined } = {}): Promise<void> {
  if (await isEmpty(app)) await seed(app, { week, few: week === 7 })
}

export const seedCommand: Command = {
  name: 'seed',
  grows: true,
  summary: 'Fill an empty database with the demonstration network, whose clock starts on 21 February 2016.',
  options: { few: { help: 'let only the first of the thousand people apply, which takes half the time' } },
  async run(app, { switches }) {
    if (!(await isEmpty(app))) throw new Conflict('not-empty')
    await seed(app, { few: switches.has('few') })
    return {
      text: 'The demonstration network is there.',
      json: { people: demoPeople.length, rounds: demoRounds.length },
    }
  },
}

async function isEmpty(app: App): Promise<boolean> {
  return (await app.db.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined
}

/** Everything is made by the actions that people use, each at its time. */
async function seed(app: App, { week, few }: { week?: 7 | undefined; few: boolean }): Promise<void> {
  let now = new Date('2014-06-01T09:00:00Z')
  const then: App = { ...app, now: () => now }
  await changeNetwork(then, terminal, demoNetwork)
  await publishConduct(then)
  for (const person of demoPeople) await addPerson(then, person)
  const editors = [await actorFor(then, 'editor'), await actorFor(then, 'director')] as const
  const at = (instant: Date) => {
    now = instant
  }
  for (const { plan, announcedAt } of demoRounds) {
    now = announcedAt
    await createRound(then, terminal, plan)
    if (plan.code === callingCode)
      for (const question of demoQuestions)
        await addQuestion(then, terminal, { code: plan.code, sheet: 'application' }, question)
    await announceRound(then, terminal, plan.code)
  }
  const ways = { app: then, at, editors }
  const archive = await archivedPosts()
  // Its topics come out before anybody has applied, so that nobody is written to about them afterwards.
  const before = topicsAmong(archive, formerCode)
  await publishArchived(ways, before)
  await liveBefore(app)
  // What is left for the worker to do is not waited for.
  await publishArchived(
    ways,
    archive.filter((post) => !before.includes(post)),
  )
  now = demoNow
  await writeTopicFromFile(then, editors[0], { code: '2016A', number: 1 }, firstTopic)
  await fillPostDesk(then, at, demoNow)
  await introduceAuthors(then, editors[0])
  for (const { kind, name } of files) {
    const source = () => fileOf(name, few)
    await importFile(then, terminal, '2016A', { kind, fileName: name, source, zone: 'UTC' })
  }
  await waitForTheCall(then, at)
  await writeNewsletter(then, at, { editor: editors[0], until: demoNow })
  await sendDemoComments(then, at)
  await offerContributions(then, at, editors[0])
  await spreadTheWord(
    app,
    demoPeople.find(({ role }) => role === 'ambassador'),
  )
  const via = await shortAddressOf(app.db, 'EG')
  for (const applicant of demoApplicants) {
    now = new Date(applicant.at)
    await apply(then, applicant, via)
  }
  if (week)
    await liveUntilWeekSeven({
      app: then,
      at: (instant) => {
        if (instant > now) now = instant
      },
    })
  else now = demoNow
  await setClock(app, now)
}

/** Those who are told of the next call have asked for it, one after the other. */
async function waitForTheCall(app: App, at: (instant: Date) => void): Promise<void> {
  for (const { at: day, email, locale } of demoSubscribers) {
    at(new Date(day))
    await askToBeTold(app, { email, locale, network: 'demonstration', own: email })
  }
}

/** The round before ends before the next one is announced. */
async function liveBefore(app: App): Promise<void> {
  const ruth = demoPeople.find(({ role }) => role === 'coordinator')
  if (!ruth) return
  const world = worldOf(app, new Date('2015-07-05T15:00:00Z'))
  await liveRoundBefore(world, await volunteer(world, { ...ruth, role: 'coordinator' }))
}

/** A file of the demonstration, or only its first rows, since a round of that size is gone through quickly. */
function fileOf(name: string, few: boolean): Readable {
  const path = join(root, 'test/data', name)
  if (!few) return createReadStream(path)
  const rows: string[][] = parse(readFileSync(path), { bom: true })
  return Readable.from([Buffer.from(stringify(rows.slice(0, fewRows + 1)))])
}

/** Fills in the form of the next round as a browser would, and sends it, or not. */
async function apply(
  app: App,
  { hasAccount, isSent, own, pages }: DemoApplicant,
  egypt: string | null,
): Promise<void> {
  const round = await roundByCode(app.db, terminal, callingCode)
  const questions = await questionsOf(app.db, round.id)
  const filled: Partial<Record<FormPage, Values>> = {
    ...pages,
    ...(own ? { more: ownTyped(questions, own) } : {}),
  }
  const { name = '', email = '', country } = pages.you as Record<string, string>
  const personId = hasAccount
    ? await app.db.transaction().execute((tx) => knowPerson(tx, app.now(), { name, email }))
    : null
  const known = { personId, email: hasAccount ? email : null, network: 'demonstration', locale: 'en' }
  // Cairo is read in Tunis as well.
  const via = country === 'TN' ? egypt : null
  let secret: string | null = null
  for (const page of formPages) {
    const came = { page, typed: filled[page] ?? {}, rev: 0, writer: 'seed', seq: 1 }
    if (filled[page]) secret = (await savePage(app, { ...known, secret, via }, round, came)).secret ?? secret
  }
  if (isSent) await sendApplication(app, { ...known, secret }, round, await currentConduct(app.db))
}

/** Answers as a browser would send them. */
const ownTyped = (questions: readonly Question[], own: readonly (number | string)[]) =>
  Object.fromEntries(
    questions.map((question, at): [string, string] => {
      const answer = own[at] ?? ''
      return [fieldOf(question), typeof answer === 'number' ? (question.options[answer]?.id ?? '') : answer]
    }),
  )

/** What an ambassador does for a call: a short address, whom to ask, notes; and a country that has nobody yet. */
async function spreadTheWord(app: App, who: DemoPerson | undefined): Promise<void> {
  if (!who?.country) return
  const { country, email, name, locale, zone } = who
  let now = demoNow
  const then: App = { ...app, now: () => now }
  const id = await personIdByEmail(app.db, email)
  const actor: Actor = {
    ...{ id, name, email, locale, zone },
    roles: new Set(['ambassador']),
    countries: new Set([country]),
  }
  for (const { at, ...contact } of demoContacts) {
    now = new Date(at)
    await addContact(then, actor, country, contact)
  }
  await writeNote(then, actor, country, { body: demoNote, revision: 0 })
  await shortenFor(then, actor, country)
  const code = await shortAddressOf(app.db, country)
  for (const { at, visits } of demoVisits) {
    now = new Date(at)
    for (let count = 0; count < visits; count += 1) await countVisit(then, code ?? '')
  }
  const { at, ...invitation } = demoInvitation
  now = new Date(at)
  await inviteAmbassador(then, terminal, invitation)
}

async function addPerson(app: App, { role, country, ...person }: (typeof demoPeople)[number]): Promise<void> {
  const id = await createPerson(app, terminal, person)
  if (role) await grantRole(app, terminal, id, { role, country, startsOn: '2014-06-01', endsOn: null })
}

async function setClock(app: App, now: Date): Promise<void> {
  const offsetMs = await keepClock({ db: app.db, now: () => now })
  app.now = () => new Date(Date.now() + offsetMs)
  app.isDemonstration = true
}
