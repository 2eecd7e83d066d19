import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { laterReleasePath } from '../paths.ts'
import type { RematchDesk } from '../queries/rematch-desk.ts'
import { words } from '../words.ts'
import { Sending } from './sending.tsx'

/** What was released while the round ran, newest first, and how far its mails are. */
export const LaterReleases = ({
  frame,
  round,
  desk,
  zone,
}: {
  frame: Frame
  round: Round
  desk: RematchDesk
  zone: string
}) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  if (desk.later.length === 0) return null
  return (
    <section>
      <h2>{t('rematch.later.title')}</h2>
      {desk.later.map(({ release, progress }) => (
        <section>
          <h3>{t('rematch.later.people', { people: release.people })}</h3>
          <p>
            {t('rematch.later.by', {
              at: f.instant(release.releasedAt),
              name: release.releasedBy ?? platformWords(frame.locale)('terminal'),
            })}
          </p>
          <Sending
            frame={frame}
            progress={progress}
            page={rematchPath(round.code)}
            release={laterReleasePath(round.code, release.scenario)}
          />
        </section>
      ))}
    </section>
  )
}
