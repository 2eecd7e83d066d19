import { keepVoice } from '../../../features/calls/actions/voices.ts'
import { askForCertificate } from '../../../features/certificates/actions/asking.ts'
import { setRule, withdrawCertificate } from '../../../features/certificates/actions/running.ts'
import { certificatesOf } from '../../../features/certificates/queries/certificates.ts'
import { waitingForName } from '../../../features/certificates/queries/round.ts'
import type { Actor } from '../../../features/people/index.ts'
import {
  agreeToReflection,
  beginReflection,
  inviteAuthors,
  saveReflection,
} from '../../../features/reflections/actions/writing.ts'
import { ownReflection } from '../../../features/reflections/queries/reflections.ts'
import type { Round } from '../../../features/rounds/index.ts'
import { addDays } from '../../../platform/days.ts'
import { turnClock, type World } from '../../simulate/world.ts'
import { keepClock } from '../clock.ts'
import { formerCode, liveDay } from './day.ts'
import { memberTookPart, reflections } from './people.ts'

/** How many have had their certificate made. */
const certificatesMade = 8

/** The last day of a round, and what people do in the days after. */
export async function endRound(world: World, ruth: Actor, round: Round): Promise<void> {
  const { app, at } = world
  await setRule(app, ruth, formerCode, { checkIns: 2, endSurvey: true })
  await liveDay(world, round, round.endsOn)
  at(new Date(`${addDays(round.endsOn, 3)}T12:00:00Z`))
  await makeCertificates(world, ruth, round)
  await write(world, round)
  await keepVoice(
    app,
    ruth,
    { code: formerCode, place: 1 },
    {
      text: 'I came for advice about repositories and went away with a friend.',
      signed: 'Ngozi Eze, Nigeria',
      ...{ locale: 'en', email: memberTookPart.email, consentOn: round.endsOn, consentHow: 'email' },
    },
  )
  await turnClock(world)
}

async function makeCertificates(world: World, ruth: Actor, round: Round): Promise<void> {
  const { app } = world
  const earned = await waitingForName(app.db, round, app.now())
  const isMember = ({ email }: { email: string }) => email === memberTookPart.email
  const some = [...earned.filter(isMember), ...earned.filter((one) => !isMember(one))].slice(
    0,
    certificatesMade,
  )
  for (const { applicationId, name } of some) await askForCertificate(app, applicationId, name)
  await turnClock(world)
  const last = (await certificatesOf(app.db, round.id)).find(
    ({ personId }) => personId === some.at(-1)?.personId,
  )
  if (last)
    await withdrawCertificate(app, ruth, formerCode, {
      id: last.id,
      why: 'You wrote that your surname is missing. Tell us how it is written, and we make a new one.',
    })
}

type Writer = Actor & { applicationId: string; partners: string[] }

/** The member of the demonstration writes with the partner, three others alone. */
async function write(world: World, round: Round): Promise<void> {
  await keepClock(world.app)
  const writers = await writersOf(world, round)
  const first = writers.find(({ email }) => email === memberTookPart.email)
  if (!first) return
  const partner = writers.filter(({ id }) => id && first.partners.includes(id))
  const others = writers.filter((one) => one !== first && !partner.includes(one))
  for (const [index, text] of reflections.entries()) {
    const authors = index === 0 ? [first, ...partner] : others.slice(index, index + 1)
    const [writer, ...along] = authors
    if (!writer) continue
    const id = await beginReflection(world.app, writer, writer.applicationId)
    if (along.length > 0) await inviteAuthors(world.app, writer, id)
    const { reflection } = await ownReflection(world.app.db, writer.id, id)
    await saveReflection(world.app, writer, id, { ...text, base: reflection.rev })
    for (const author of authors) {
      const { reflection: now } = await ownReflection(world.app.db, author.id, id)
      await agreeToReflection(world.app, author, id, now.rev)
    }
  }
}

/** Everyone of a round who had a partner, as who asks. */
async function writersOf({ app }: World, round: Round): Promise<Writer[]> {
  const rows = await app.db
    .selectFrom('pairingMember as member')
    .innerJoin('participant', 'participant.applicationId', 'member.applicationId')
    .where('member.roundId', '=', round.id)
    .select(['member.pairingId', 'participant.applicationId', 'participant.personId'])
    .select(['participant.name', 'participant.email'])
    .orderBy('participant.email')
    .execute()
  return rows.map(({ pairingId, personId: id, name, email, applicationId }) => ({
    ...{ id, name, email, locale: 'en', zone: 'UTC', applicationId },
    ...{ roles: new Set(), countries: new Set() },
    partners: rows.flatMap((other) =>
      other.pairingId === pairingId && other.personId !== id && other.personId ? [other.personId] : [],
    ),
  }))
}
