import { sql } from 'kysely'
import { askApplicant } from '../../src/features/applications/actions/asking.ts'
import { applyCountryCap } from '../../src/features/applications/actions/cap.ts'
import { dropApplication, settleDuplicate } from '../../src/features/applications/actions/cleaning.ts'
import { importFile } from '../../src/features/applications/actions/imports.ts'
import { claimApplication, emailLink, withdrawApplication } from '../../src/features/calls/actions/owning.ts'
import { type Asker, savePage } from '../../src/features/calls/actions/saving.ts'
import { sendApplication } from '../../src/features/calls/actions/sending.ts'
import { lagos } from '../../src/features/calls/browser.builder.ts'
import { formPages } from '../../src/features/calls/draft.ts'
import { closeCase } from '../../src/features/cases/actions/handling.ts'
import { mailCase } from '../../src/features/cases/actions/mailing.ts'
import { letterWords } from '../../src/features/cases/emails.ts'
import { sweepCases } from '../../src/features/cases/index.ts'
import { readerOf } from '../../src/features/cases/queries/readers.ts'
import { askForCertificate } from '../../src/features/certificates/actions/asking.ts'
import { issueCertificates } from '../../src/features/certificates/actions/issuing.ts'
import {
  remindOfName,
  setRule,
  withdrawCertificate,
} from '../../src/features/certificates/actions/running.ts'
import { announceAbsence } from '../../src/features/checkins/actions/absence.ts'
import type { Answer } from '../../src/features/checkins/checkin.ts'
import { answerCheckIn, askCheckIns } from '../../src/features/checkins/index.ts'
import { sayFarewells } from '../../src/features/farewells/actions/saying.ts'
import { currentConduct } from '../../src/features/pages/index.ts'
import { acceptLate } from '../../src/features/pairings/actions/accept-late.ts'
import { leaveRound } from '../../src/features/pairings/actions/leaving.ts'
import { partPairing } from '../../src/features/pairings/actions/part.ts'
import { passOnNote } from '../../src/features/pairings/actions/pass-on.ts'
import { releasePairings } from '../../src/features/pairings/actions/release.ts'
import { releaseRematch } from '../../src/features/pairings/actions/release-rematch.ts'
import { rematch } from '../../src/features/pairings/actions/rematch.builder.ts'
import { holdWaiting } from '../../src/features/pairings/actions/waiting.ts'
import { disablePerson } from '../../src/features/people/actions/persons.ts'
import { terminal } from '../../src/features/people/index.ts'
import { type Round, roundByCode } from '../../src/features/rounds/index.ts'
import { makeTrio, moveToReserve, swapPartners } from '../../src/features/scenarios/actions/by-hand.ts'
import { latestScenarios, openScenario, pinPair, runScenario } from '../../src/features/scenarios/index.ts'
import { publishTopic } from '../../src/features/topics/actions/publish.ts'
import { aTopic } from '../../src/features/topics/topic.builder.ts'
import { answerTrio } from '../../src/features/trios/actions/answering.ts'
import { offerTrio } from '../../src/features/trios/actions/offering.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import type { Locale } from '../../src/platform/words.ts'
import { aPerson, aRound } from '../builders.ts'
import type { TestApp } from '../harness.ts'
import { type Applicant, addressOf, applicationsFile } from './applications-file.ts'
import type { StateName } from './states.ts'

/** Someone, by their address, and the round they are asked about. */
export type Who = { email: string; code: string }
/** Writes down what someone reads now. */
export type SeeIn = (state: StateName, who: Who) => Promise<void>
type See = (state: StateName, email: string) => Promise<void>

const code = '2016A'
const actor = terminal

/** Who applies: everyone from another country, but for two pairs of colleagues. */
const applicants: Applicant[] = [
  { name: 'Ana Luz', country: 'Brazil', zone: 'America/Sao_Paulo' },
  { name: 'Bo Ek', country: 'Sweden', zone: 'Europe/Stockholm' },
  { name: 'Chi Eze', country: 'Nigeria', zone: 'Africa/Lagos', shares: 'No' },
  { name: 'Dev Rao', country: 'India', zone: 'Asia/Kolkata' },
  { name: 'Lea Roy', country: 'France', zone: 'Europe/Paris', shares: 'No' },
  { name: 'Leo Paz', country: 'Peru', zone: 'America/Lima', shares: 'No' },
  { name: 'Tea Kask', country: 'Estonia', zone: 'Europe/Tallinn' },
  { name: 'Tom Salo', country: 'Finland', zone: 'Europe/Helsinki' },
  { name: 'Pia Jonsdottir', country: 'Iceland', zone: 'Atlantic/Reykjavik', languages: 'Icelandic' },
  { name: 'Pål Vik', country: 'Norway', zone: 'Europe/Oslo', languages: 'Icelandic' },
  { name: 'Hal Mensah', country: 'Ghana', zone: 'Africa/Accra' },
  { name: 'Eun Park', country: 'South Korea', zone: 'Asia/Seoul' },
  { name: 'Tia Ozola', country: 'South Korea', zone: 'Asia/Seoul' },
  { name: 'Zed Moyo', country: 'Zimbabwe', zone: 'Africa/Harare' },
  { name: 'Wil Han', country: 'South Korea', zone: 'Asia/Seoul' },
  { name: 'Meg Dunn', country: 'Ireland', zone: 'Europe/Dublin' },
  { name: 'Meg Dunn', country: 'Ireland', zone: 'Europe/Dublin' },
  { name: 'Nora Berg', country: 'Denmark', zone: 'Europe/Copenhagen', consents: 'I am not sure yet' },
  { name: 'Otto Weiss', country: 'Austria', zone: 'Europe/Vienna' },
  { name: 'Nadia Amari', country: 'Tunisia', zone: 'Africa/Tunis', email: 'none' },
  { name: 'Dina Silva', country: 'Portugal', zone: 'Europe/Lisbon' },
]

/** Takes everyone through rounds by the actions of a coordinator, and has each state seen when it has come. */
export async function liveThroughRounds(app: TestApp, locale: Locale, seeIn: SeeIn): Promise<void> {
  const see: See = (state, email) => seeIn(state, { email, code })
  await aRound(app, { code })
  await apply(app, locale, see)
  await clean(app, see)
  await answer(app, locale, see)
  await release(app, see)
  await leaveOver(app, locale, seeIn)
  await talk(app, see)
  await checkIn(app, see)
  await part(app, see)
  await comeLate(app, locale, see)
  await findOthers(app, see)
  await goAway(app, see)
  await becomeThree(app, see)
  await end(app, see)
}

async function apply(app: TestApp, locale: Locale, see: See): Promise<void> {
  await comeTo(app, '2016-02-10T09:00:00Z')
  for (const name of ['Ana Luz', 'Nora Berg', 'Otto Weiss', 'Meg Dunn', 'Dina Silva', 'Mia Moss'])
    await aPerson(app, { name, locale, email: addressOf(name) })
  await importFile(app, actor, code, applicationsFile(applicants))
  await app.db.updateTable('application').set({ locale }).execute()
  await see('not signed in', addressOf('Nobody'))
  await see('no application', addressOf('Mia'))
  await byForm(app, locale, see)
  await see('application sent', addressOf('Ana'))
  await see('a question is open', addressOf('Nora'))
  await askApplicant(app, actor, await idOf(app, 'Nora'), 'missing-consent')
  await see('asked a question', addressOf('Nora'))
}

/** Two who apply by form: one signed in, one not; both leave again, so that nobody meets them. */
async function byForm(app: TestApp, locale: Locale, see: See): Promise<void> {
  const round = await roundByCode(app.db, actor, code)
  const [fay, gil] = [
    await aPerson(app, formerly(locale, 'Fay Lind')),
    await aPerson(app, formerly(locale, 'Gil Roca')),
  ]
  const known = { personId: fay.id, email: fay.email, secret: null, network: 'fay', locale }
  await fillIn(app, known, round, fay)
  await emailLink(app, known, round, { email: fay.email, zone: fay.zone })
  await see('application begun', fay.email)
  app.at('2016-02-10T09:10:00Z')
  await sendApplication(app, known, round, await currentConduct(app.db))
  await see('applied by form', fay.email)
  const { id } = await applicationOf(app, 'Fay')
  await withdrawApplication(app, round, { id, personId: fay.id })
  await byStranger(app, { gil, locale, round }, see)
}

const formerly = (locale: Locale, name: string) => ({ name, locale, email: addressOf(name) })

type Stranger = { gil: Awaited<ReturnType<typeof aPerson>>; locale: Locale; round: Round }

async function byStranger(app: TestApp, { gil, locale, round }: Stranger, see: See): Promise<void> {
  const nobody = { personId: null, email: null, secret: null, network: 'gil', locale }
  const secret = await fillIn(app, nobody, round, gil)
  await sendApplication(app, { ...nobody, secret }, round, await currentConduct(app.db))
  await see('applied by form, address not confirmed', gil.email)
  const { id } = await applicationOf(app, 'Gil')
  await claimApplication(app, gil, { id, isMine: true })
  await see('applied by form, address confirmed', gil.email)
  await withdrawApplication(app, round, { id, personId: gil.id })
  await see('withdrew the application', gil.email)
}

/** Saves every page of the form. @returns the secret that a browser would keep */
async function fillIn(
  app: TestApp,
  asker: Asker,
  round: Round,
  { name, email }: { name: string; email: string },
): Promise<string | null> {
  let secret = asker.secret
  for (const page of formPages) {
    const typed = page === 'you' ? { ...lagos.you, name, email } : lagos[page]
    const came = { page, typed, rev: 0, writer: page, seq: 1 }
    secret = (await savePage(app, { ...asker, secret }, round, came)).secret ?? secret
  }
  return secret
}

async function clean(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-02-17T09:00:00Z')
  const meg = await idsOf(app, 'Meg')
  await settleDuplicate(app, actor, [meg[0] ?? '', meg[1] ?? ''], 'merge')
  await see('merged into another', addressOf('Meg'))
  await dropApplication(app, actor, meg[0] ?? '', 'on-request')
  await dropApplication(app, actor, await idOf(app, 'Nora'), 'no-consent')
  await dropApplication(app, actor, await idOf(app, 'Otto'), 'other')
  await dropApplication(app, actor, await idOf(app, 'Dina'), 'duplicate')
  await dropApplication(app, actor, await idOf(app, 'Nadia'), 'no-address')
  await see('dropped: on request', addressOf('Meg'))
  await see('dropped: no consent', addressOf('Nora'))
  await see('dropped: another reason', addressOf('Otto'))
  await see('dropped: applied twice', addressOf('Dina'))
  await see('dropped: no address', 'none')
}

async function answer(app: TestApp, locale: Locale, see: See): Promise<void> {
  await comeTo(app, '2016-02-18T09:00:00Z')
  await speak(app, locale)
  await applyCountryCap(app, actor, code, 15)
  await see('accepted, before the release', addressOf('Ana'))
  await see('on the waiting list', addressOf('Wil'))
  await comeTo(app, '2016-02-19T09:00:00Z')
  const { personId } = await applicationOf(app, 'Zed')
  await disablePerson(app, actor, personId ?? '')
  await see('shut out', addressOf('Zed'))
}

async function release(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-02-21T09:00:00Z')
  for (const [one, other] of [
    ['Ana', 'Bo'],
    ['Chi', 'Dev'],
    ['Lea', 'Leo'],
    ['Tea', 'Tom'],
  ] as const)
    await pinPair(app, actor, code, [await idOf(app, one), await idOf(app, other)])
  await match(app)
  await moveToReserve(app, actor, code, await idOf(app, 'Hal'))
  await match(app)
  await makeTrio(app, actor, code, { id: await idOf(app, 'Tia'), middle: await idOf(app, 'Tea') })
  await releasePairings(app, actor, code, null)
  await see('paired, both give their address', addressOf('Ana'))
  await see('paired, keeps the address', addressOf('Chi'))
  await see('paired, the partner keeps theirs', addressOf('Dev'))
  await see('paired, neither gives an address', addressOf('Lea'))
  await see('in a trio', addressOf('Tom'))
  await see('in reserve: partners pinned', addressOf('Eun'))
  await see('in reserve: held', addressOf('Hal'))
  const lea = await applicationOf(app, 'Lea')
  const leo = { ...terminal, id: (await applicationOf(app, 'Leo')).personId }
  const { pairingId: pairing } = await pairingOf(app, lea.id)
  await passOnNote(app, leo, { pairing, to: lea.id, note: 'Leo is at leo@paz.example.' })
  await see('paired, got a note', addressOf('Lea'))
}

/** Four groups with a language each, in a round of their own: of every group someone has to be left over. */
const leftOvers: Applicant[] = [
  { name: 'Gwen Pugh', country: 'Ireland', zone: 'Europe/Dublin', languages: 'Welsh' },
  { name: 'Sol Kim', country: 'South Korea', zone: 'Asia/Seoul', languages: 'Icelandic' },
  { name: 'Min Seo', country: 'South Korea', zone: 'Asia/Seoul', languages: 'Icelandic' },
  { name: 'Jon Arason', country: 'Iceland', zone: 'Atlantic/Reykjavik', languages: 'Icelandic' },
  { name: 'Ida Lund', country: 'Sweden', zone: 'Europe/Stockholm', languages: 'Danish' },
  { name: 'Kim Holm', country: 'Norway', zone: 'Europe/Oslo', languages: 'Danish' },
  { name: 'Per Dahl', country: 'Denmark', zone: 'Europe/Copenhagen', languages: 'Danish' },
  { name: 'Zoe Roux', country: 'France', zone: 'Europe/Paris', languages: 'French' },
  { name: 'Max Weber', country: 'Belgium', zone: 'Europe/Brussels', languages: 'French' },
  { name: 'Noa Favre', country: 'Switzerland', zone: 'Europe/Zurich', languages: 'French' },
]

async function leaveOver(app: TestApp, locale: Locale, seeIn: SeeIn): Promise<void> {
  const round = await aRound(app, { code: '2016C' })
  await importFile(app, actor, round.code, applicationsFile(leftOvers))
  await app.db.updateTable('application').set({ locale }).where('roundId', '=', round.id).execute()
  for (const { name } of leftOvers) await aPerson(app, { name, locale, email: addressOf(name) })
  await applyCountryCap(app, actor, round.code, 100)
  const { id } = await openScenario(app, actor, round.code)
  await runScenario(app, id)
  await swapFrench(app, round)
  await releasePairings(app, actor, round.code, null)
  for (const [state, reason] of [
    ['in reserve: nobody allowed', 'nobody-allowed'],
    ['in reserve: odd number', 'odd-number'],
    ['in reserve: too few partners', 'too-few-partners'],
    ['in reserve: by hand', 'by-hand'],
  ] as const)
    await seeIn(state, { email: await inReserveFor(app, round, reason), code: round.code })
}

/** The one of the three who is over takes another's place. */
async function swapFrench(app: TestApp, round: Round): Promise<void> {
  const { proposed } = await latestScenarios(app.db, round.id)
  const members = await app.db
    .selectFrom('scenarioMember')
    .innerJoin('application', 'application.id', 'scenarioMember.applicationId')
    .where('scenarioId', '=', proposed?.id ?? '')
    .where(sql<boolean>`'fr' = any(application.languages)`)
    .select(['application.id', 'scenarioPairId'])
    .orderBy('scenarioPairId')
    .execute()
  const [paired, , over] = members
  await swapPartners(app, actor, round.code, [paired?.id ?? '', over?.id ?? ''])
}

async function inReserveFor(app: TestApp, round: Round, reason: string): Promise<string> {
  const { email } = await app.db
    .selectFrom('scenarioMember')
    .innerJoin('release', 'release.scenarioId', 'scenarioMember.scenarioId')
    .innerJoin('application', 'application.id', 'scenarioMember.applicationId')
    .where('release.roundId', '=', round.id)
    .where(sql`scenario_member.reason ->> 'kind'`, '=', reason)
    .select('application.email')
    .executeTakeFirstOrThrow(() => new Error(`nobody is in reserve for ${reason}`))
  return email
}

async function talk(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-02-29T09:00:00Z')
  await aTopic(app, actor)
  await publishTopic(app, actor, { code, number: 1 })
  await see('paired, a topic is out', addressOf('Ana'))
  await see('in a trio, a topic is out', addressOf('Tom'))
  await see('in reserve, a topic is out', addressOf('Eun'))
}

/** In the evening in America, so that of all only Ana and Leo are asked. */
async function checkIn(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-03-04T23:30:00Z')
  await askCheckIns(app)
  await see('asked whether they are in touch', addressOf('Ana'))
  const ana = await applicationOf(app, 'Ana')
  const { id } = await app.db
    .selectFrom('checkIn')
    .where('applicationId', '=', ana.id)
    .select('id')
    .executeTakeFirstOrThrow()
  const say = (answer: Answer, words = '') =>
    answerCheckIn(app, { id, personId: null }, { answer, words, way: words === '' ? 'link' : 'reply' })
  // Half past nine for Ana, too early for Leo.
  await comeTo(app, '2016-03-08T12:30:00Z')
  await sweepCases(app)
  await see('asked once more', addressOf('Ana'))
  await say('not-yet')
  await see('not in touch yet', addressOf('Ana'))
  await say('help')
  await see('asked for help', addressOf('Ana'))
  await writeFromCase(app, ana.id, () => see('asked for help, a coordinator has written', addressOf('Ana')))
  await say('words', 'Only once, in February.')
  await see('answered in their own words', addressOf('Ana'))
  await say('yes')
  await see('in touch', addressOf('Ana'))
}

/** A coordinator answers a call for help from its case, and closes it. */
async function writeFromCase(app: TestApp, to: string, meanwhile: () => Promise<void>): Promise<void> {
  await sweepCases(app)
  const { number, pairingId } = await app.db
    .selectFrom('pairingCase')
    .where('kind', '=', 'help')
    .select(['number', 'pairingId'])
    .executeTakeFirstOrThrow()
  const reader = await readerOf(app.db, pairingId, to)
  await comeTo(app, '2016-03-08T12:45:00Z')
  const ready = letterWords('answer', reader, await roundByCode(app.db, actor, code))
  await mailCase(app, actor, number, { name: 'answer', to, once: crypto.randomUUID(), ...ready })
  await meanwhile()
  await closeCase(app, actor, number, { outcome: 'in-touch' })
}

async function part(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-03-14T09:00:00Z')
  await leave(app, 'Lea')
  await leave(app, 'Tia')
  await leave(app, 'Pål')
  await see('left the round', addressOf('Lea'))
  await see('the partner has left', addressOf('Leo'))
  await see('one of three has left', addressOf('Tom'))
  const leo = await idOf(app, 'Leo')
  await holdWaiting(app, actor, code, { id: leo, hold: true })
  await see('the partner has left, held', addressOf('Leo'))
  await holdWaiting(app, actor, code, { id: leo, hold: false })
}

/** Lou speaks a language of their own, so that nobody can be found for them. */
async function comeLate(app: TestApp, locale: Locale, see: See): Promise<void> {
  const late = { name: 'Lou Virta', country: 'Latvia', zone: 'Europe/Riga', languages: 'Latvian' }
  await aPerson(app, { name: late.name, locale, email: addressOf(late.name) })
  await importFile(app, actor, code, applicationsFile([late]))
  await see('application sent, the others have partners', addressOf('Lou'))
  await acceptLate(app, actor, code)
  await see('accepted after the release', addressOf('Lou'))
}

async function findOthers(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-04-20T09:00:00Z')
  await rematch(app, code, actor)
  await releaseRematch(app, actor, code, null)
  await see('rematched, the partner had left', addressOf('Leo'))
  await see('rematched from the reserve', addressOf('Eun'))
  await see('still waits, the partner had left', addressOf('Pia'))
  await see('still waits, accepted after the release', addressOf('Lou'))
}

async function goAway(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-05-02T09:00:00Z')
  const { personId, name } = await applicationOf(app, 'Dev')
  const dev = { ...terminal, id: personId, email: addressOf('Dev'), name }
  await announceAbsence(app, dev, { from: '2016-05-02', until: '2016-05-09', tells: true })
  await see('the partner is away', addressOf('Chi'))
  await see('away', addressOf('Dev'))
  await leaveRound(app, dev, code)
  await see('left of their own accord', addressOf('Dev'))
  await see('the partner has left of their own accord', addressOf('Chi'))
}

/** Chi, who waits, and one pair after the other are asked whether they would be three. */
async function becomeThree(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-05-03T09:00:00Z')
  await askPair(app, 'Leo')
  await see('asked whether to join a pair', addressOf('Chi'))
  await see('asked to take in a third', addressOf('Leo'))
  await comeTo(app, '2016-05-03T10:00:00Z')
  await sayToTrio(app, 'Leo', true)
  await see('agreed to take in a third', addressOf('Leo'))
  await sayToTrio(app, 'Eun', false)
  await see('no third joins them', addressOf('Leo'))
  await see('the pair did not take them in', addressOf('Chi'))
  await comeTo(app, '2016-05-04T09:00:00Z')
  await askPair(app, 'Tom')
  for (const name of ['Chi', 'Tea', 'Tom']) await sayToTrio(app, name, true)
  await see('joined a pair', addressOf('Chi'))
  await see('a third has joined', addressOf('Tom'))
}

async function askPair(app: TestApp, one: string): Promise<void> {
  const { pairingId: pairing } = await pairingOf(app, await idOf(app, one))
  await offerTrio(app, actor, code, { id: await idOf(app, 'Chi'), pairing })
}

/** What someone says to the question that is open. */
async function sayToTrio(app: TestApp, name: string, agrees: boolean): Promise<void> {
  const { id } = await app.db
    .selectFrom('trioAsked')
    .innerJoin('trioOffer', 'trioOffer.id', 'offerId')
    .where('trioAsked.applicationId', '=', await idOf(app, name))
    .where('outcome', 'is', null)
    .select('trioAsked.id')
    .executeTakeFirstOrThrow()
  await answerTrio(app, { id, personId: null }, agrees)
}

/** Who is absent on the last day is told as everyone is. */
async function end(app: TestApp, see: See): Promise<void> {
  await comeTo(app, '2016-06-19T12:30:00Z')
  await sayFarewells(app)
  await see('the last day, with a partner', addressOf('Ana'))
  await comeTo(app, '2016-06-20T09:00:00Z')
  await see('the round is over, with a partner', addressOf('Ana'))
  await certify(app, see)
  await see('the round is over, the partner had left', addressOf('Pia'))
  await see('the round is over, without a partner', addressOf('Lou'))
  await see('the round is over, left before', addressOf('Dev'))
}

async function certify(app: TestApp, see: See): Promise<void> {
  await setRule(app, actor, code, { checkIns: 1, endSurvey: false })
  await remindOfName(app, actor, code)
  await see('the round is over, a certificate earned', addressOf('Ana'))
  const ana = await idOf(app, 'Ana')
  await askForCertificate(app, ana, 'Ana Luz')
  app.at('2016-06-20T09:01:00Z')
  await issueCertificates(app)
  await see('the round is over, with a certificate', addressOf('Ana'))
  const { id } = await app.db.selectFrom('certificate').select('id').executeTakeFirstOrThrow()
  app.at('2016-06-20T09:02:00Z')
  await withdrawCertificate(app, actor, code, { id, why: 'A mistake.' })
  await see('the round is over, the certificate withdrawn', addressOf('Ana'))
}

/** Those who get an account with their place have one already, in that language. */
async function speak(app: TestApp, locale: Locale): Promise<void> {
  for (const { name } of applicants)
    if (!(await hasAccount(app, name))) await aPerson(app, { name, locale, email: addressOf(name) })
}

const hasAccount = (app: TestApp, name: string) =>
  app.db.selectFrom('person').where('email', '=', addressOf(name)).select('id').executeTakeFirst()

/** What was queued before leaves before that instant. */
async function comeTo(app: TestApp, instant: string): Promise<void> {
  await drainOutbox(app)
  app.at(instant)
}

async function match(app: TestApp): Promise<void> {
  const { id } = await openScenario(app, actor, code)
  await runScenario(app, id)
}

async function leave(app: TestApp, givenName: string): Promise<void> {
  const id = await idOf(app, givenName)
  const { pairingId } = await pairingOf(app, id)
  await partPairing(app, actor, code, { pairing: pairingId, leaving: [id] })
}

const pairingOf = (app: TestApp, id: string) =>
  app.db
    .selectFrom('pairingMember')
    .where('applicationId', '=', id)
    .where('endedAt', 'is', null)
    .select('pairingId')
    .executeTakeFirstOrThrow()

const applicationOf = (app: TestApp, givenName: string) =>
  app.db
    .selectFrom('application')
    .where('givenName', '=', givenName)
    .select(['id', 'personId', 'name'])
    .executeTakeFirstOrThrow()

const idOf = async (app: TestApp, givenName: string) => (await applicationOf(app, givenName)).id

const idsOf = async (app: TestApp, givenName: string) => {
  const rows = await app.db
    .selectFrom('application')
    .where('givenName', '=', givenName)
    .select('id')
    .orderBy('submittedAt')
    .execute()
  return rows.map(({ id }) => id)
}
