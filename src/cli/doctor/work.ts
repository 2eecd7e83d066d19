import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { archiving } from '../../db/index.ts'
import { all } from '../../features/all.ts'
import { backupRoom, freshHours, newestVerified } from '../../features/backups/index.ts'
import { filesKept, pictureStore } from '../../features/media/index.ts'
import type { App } from '../../platform/app.ts'
import { mailboxState, mailHold, oldestDue } from '../../platform/mail/index.ts'
import { pausedSince } from '../../platform/network/index.ts'
import { StoreFails, tryStore } from '../../platform/store.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Whether what should happen by itself does. */
export const lookAtWork = async (app: App): Promise<Finding[]> => [
  await worker(app),
  ...(await pause(app)),
  await emails(app),
  ...(await returns(app)),
  await missed(app),
  await backups(app),
  ...(await roomForBackups(app)),
  ...(await minutes(app)),
  ...(await pictures(app)),
]

async function worker({ db, now }: App): Promise<Finding> {
  const beat = await db
    .selectFrom('workerBeat')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const advice = 'start `twinleaf serve`, or `twinleaf worker` beside `serve --no-worker`'
  if (!beat) return wrong('worker', 'none has run yet', advice)
  const seconds = Math.round((now().getTime() - beat.at.getTime()) / 1000)
  const note = `last sign of life ${seconds} s ago`
  return seconds < 60 ? well('worker', note) : wrong('worker', note, advice)
}

/** A pause is nothing wrong, but explains why much is silent. */
async function pause({ db }: App): Promise<Finding[]> {
  const since = await pausedSince(db)
  if (since === null) return []
  const note = `the network is paused since ${since.toISOString().slice(0, 10)}; \`twinleaf network wake\` opens it again`
  return [well('pause', note)]
}

async function emails({ db, now }: App): Promise<Finding> {
  const hold = await mailHold(db)
  if (hold?.reason === 'restored')
    return wrong(
      'emails',
      'held since a restore',
      'see `twinleaf mail list --state queued`, then let them go with `twinleaf mail resume`',
    )
  const oldest = await oldestDue(db)
  const minutes = oldest ? Math.round((now().getTime() - oldest.getTime()) / 60_000) : 0
  if (minutes < 10) return well('emails', 'none is late')
  return wrong(
    'emails',
    `the oldest has been due for ${minutes} minutes`,
    'see what the mail server says: `twinleaf mail list --state deferred`',
  )
}

/** In minutes: it is read each minute, and after failures each half-hour. */
const longestUnread = 45

async function returns({ db, now, config }: App): Promise<Finding[]> {
  const { mailbox } = config.mail
  if (mailbox === null) return []
  const state = await mailboxState(db, mailbox.name)
  if (!state?.readAt) return [wrong('returns', `never read${why(state)}`, '`twinleaf mail read`')]
  const minutes = Math.round((now().getTime() - state.readAt.getTime()) / 60_000)
  const note = `last read ${minutes} minutes ago${why(state)}`
  return minutes < longestUnread
    ? [well('returns', note)]
    : [wrong('returns', note, 'see `mailbox` above, and that the worker runs')]
}

const why = (state: { fault: string } | undefined) => (state?.fault ? `: ${state.fault}` : '')

/** What was due while no worker ran, and is too old by now to be done without asking anyone. */
async function missed({ db, now }: App): Promise<Finding> {
  const lines = await Promise.all(all.map((feature) => feature.missed?.(db, now()) ?? []))
  const note = lines.flat().join('; ')
  if (note === '') return well('missed', 'nothing')
  return wrong('missed', note, 'it is open on the desk of the office')
}

async function backups({ db, now, config }: App): Promise<Finding> {
  const verified = await newestVerified(db)
  if (!verified && !config.backup.isDaily)
    return well('backups', 'none are made here; see that your database is backed up, or set BACKUPS')
  if (!verified) return wrong('backups', 'none is verified yet', '`twinleaf backup create`')
  const hours = Math.floor((now().getTime() - verified.madeAt.getTime()) / 3_600_000)
  const note = `the last verified one is ${hours} h old`
  return hours < freshHours ? well('backups', note) : wrong('backups', note, '`twinleaf backup create`')
}

async function roomForBackups(app: App): Promise<Finding[]> {
  if (!app.config.backup.isDaily) return []
  const { forTrial, needs, has } = await backupRoom(app, 'all')
  const note = `a backup and its trial need up to ${needs} MB, and have ${has} MB`
  if (forTrial) return [well('room', note)]
  return [wrong('room', note, 'make room on the disk of DATA_DIR: no backup is made by itself until then')]
}

/** Archived files that nobody puts away fill the disk. */
const mostWaiting = 20

async function minutes({ db, embeddedIn, config }: App): Promise<Finding[]> {
  if (!embeddedIn || !config.backup.anyMinute) return []
  if ((await archiving(db)) === 'failing')
    return [
      wrong(
        'any minute',
        'the database cannot put its log away, and keeps all of it',
        `make room, and see that its account may write to ${join(embeddedIn, 'archive')}`,
      ),
    ]
  const waiting = await readdir(join(embeddedIn, 'archive')).catch(() => null)
  if (!waiting) return [well('any minute', 'begins with `twinleaf serve`')]
  const text = `${waiting.length} files of the log wait for the worker`
  if (waiting.length < mostWaiting) return [well('any minute', text)]
  return [wrong('any minute', text, 'see that the worker runs, and that it may write where backups are kept')]
}

/** Those that are not in the database. */
async function pictures({ db, config }: App): Promise<Finding[]> {
  const { inDatabase, inStore } = await filesKept(db)
  const store = pictureStore(config)
  if (!store && inStore === 0) return []
  if (!store)
    return [
      wrong(
        'pictures',
        `${inStore} files of pictures are in a store, and no setting says where it is`,
        'set MEDIA_TO, MEDIA_KEY_ID and MEDIA_SECRET_KEY as they were',
      ),
    ]
  try {
    await tryStore(store)
  } catch (error) {
    if (!(error instanceof StoreFails)) throw error
    return [
      wrong(
        'pictures',
        error.message,
        'see that the store is there, and that MEDIA_… are its address and keys',
      ),
    ]
  }
  const where = `${inStore} files of pictures there, ${inDatabase} in the database`
  return [well('pictures', `${store.where} can be written and read: ${where}`)]
}
