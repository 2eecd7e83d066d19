import { answers, type Someone } from '../../../test/cases/running-round.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { askCheckIns } from '../checkins/index.ts'
import { sweepCases } from './actions/sweep.ts'
import { aRoundForEach } from './case.builder.ts'
import { endingsDue } from './queries/endings.ts'

/** Nothing is asked before. */
const first = new Date('2016-03-03T14:03:00Z')

/** For tests: a running round for each test, in which some fall silent. */
export async function aRoundOfSilence() {
  const { app, site, running } = await aRoundForEach()

  /** Days go by, with the questions that fall due and the clock's own steps, at an hour at which nobody sleeps. */
  async function until(day: string) {
    for (let at = app.now() < first ? first : app.now(); ; at = new Date(at.getTime() + 86_400_000)) {
      const today = at.toISOString().slice(0, 10)
      app.at(`${today}T14:03:00Z`)
      await askCheckIns(app)
      await sweepCases(app)
      await drainOutbox(app)
      if (today >= day) return
    }
  }

  async function say(one: Someone, answer: Parameters<typeof answers>[2]) {
    await answers(app, one, answer)
    await sweepCases(app)
  }

  const ready = () => endingsDue(app.db, running().coordinator, [running().round], app.now())
  const inShort = async () =>
    (await ready()).map(({ leaving, staying }) =>
      [leaving, staying].map((some) => some.map(({ name }) => name)),
    )

  const mails = () =>
    app.db
      .selectFrom('outbox')
      .where('kind', '=', 'case')
      .where(
        'personId',
        'in',
        Object.values(running().people).map(({ person }) => person.id),
      )
      .select(['personId', 'subject'])
      .execute()

  /** Bo answers nothing, Dev and Gil say that they are in touch, and neither Fay nor anybody else says anything else. */
  async function aWeekOfSilence() {
    const { ana, dev, gil } = running().people
    await until('2016-03-04')
    await say(ana, 'help')
    await say(dev, 'yes')
    await say(gil, 'yes')
    await until('2016-03-09')
  }

  const caseOf = (pairing: string, kind = 'silence') =>
    app.db
      .selectFrom('pairingCase')
      .where('pairingId', '=', pairing)
      .where('kind', '=', kind)
      .select(['number', 'dueAt', 'closedAt', 'outcome'])
      .executeTakeFirstOrThrow()

  return { app, site, running, until, say, ready, inShort, mails, aWeekOfSilence, caseOf }
}
