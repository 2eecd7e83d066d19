import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf } from '../../../platform/say.ts'
import { Pager, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Waiting } from '../../scenarios/index.ts'
import { scenarioWords, tellWaiting } from '../../scenarios/index.ts'
import { newPairsPath, previewRematchPath } from '../paths.ts'
import type { Free } from '../queries/rematch.ts'
import type { NewPairsDesk } from '../queries/rematch-desk.ts'
import type { Voice } from '../words.ts'
import { whoColumn } from './rematch-free.tsx'

/** @param page which of those who wait */
type WaitingProps = { desk: NewPairsDesk; round: Round; page: number; voice: Voice }

const waitingPerPage = 50

/** Who still waits after this, why, and whether a mail tells them now. */
export const StillWaiting = ({ desk, round, page, voice }: WaitingProps) => {
  const { t, f, locale } = voice
  const part = listPage(desk.waiting, page, waitingPerPage)
  const to = (waiting: number | undefined) => `${withQuery(newPairsPath(round.code), { waiting })}#waiting`
  if (desk.waiting.length === 0) return <p>{t('new-pairs.waiting.none')}</p>
  return (
    <section id="waiting">
      <h2>{t('new-pairs.waiting.title', { count: desk.waiting.length })}</h2>
      <Table
        caption={t('new-pairs.waiting.caption')}
        captionHidden
        rows={part.shown}
        columns={[
          whoColumn({ t, f, locale }),
          { label: t('rematch.column.why'), cell: (one) => tellWaiting(one, voice) },
          {
            label: t('new-pairs.column.mail'),
            cell: (one) => (
              <WaitingMail one={one} free={desk.free.get(one.applicationId)} round={round} voice={voice} />
            ),
          },
        ]}
      />
      <Pager {...pagerOf(locale, part, to)} />
    </section>
  )
}

/** Whether the release tells someone for the first time that they wait. */
export const isWrittenTo = (free: Free | undefined) => free !== undefined && !free.isTold && !free.isHeld

const WaitingMail = (props: { one: Waiting; free: Free | undefined; round: Round; voice: Voice }) => {
  const { one, free, round, voice } = props
  const { t } = voice
  if (free?.isHeld) return <>{t('new-pairs.mail.held')}</>
  if (!isWrittenTo(free)) return <>{t('new-pairs.mail.told')}</>
  return (
    <a href={previewRematchPath(round.code, one.applicationId)}>
      {scenarioWords(voice.locale)('pair.preview', { name: one.givenName })}
    </a>
  )
}
