import { dayIn, daysBetween } from '../../../platform/days.ts'
import type { Formats } from '../../../platform/formats.ts'
import { formats } from '../../../platform/formats.ts'
import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf } from '../../../platform/say.ts'
import { Button, type Column, Empty, Form, type Frame, Pager, PersonChip, Table } from '../../../ui/index.ts'
import { type Round, rematchPath, trioPath } from '../../rounds/index.ts'
import { scenarioWords, sectorName, tellWaiting } from '../../scenarios/index.ts'
import { runRematchPath, waitingPath } from '../paths.ts'
import type { Free } from '../queries/rematch.ts'
import type { RematchDesk } from '../queries/rematch-desk.ts'
import { type PairingWords, words } from '../words.ts'

type FreeProps = {
  frame: Frame
  round: Round
  desk: RematchDesk
  pages: { page: number }
  now: Date
  zone: string
}

const freePerPage = 50

/** Everyone without a partner, the longest wait first, and the button that matches them. */
export const FreePeople = ({ frame, round, desk, pages, now, zone }: FreeProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  const ready = desk.free.filter(({ isHeld }) => !isHeld)
  const [alone, others] = ready
  const part = listPage(desk.free, pages.page, freePerPage)
  const mayRun = !desk.isOver && !desk.running && !desk.failed
  return (
    <section>
      <h2>{t('rematch.free.title', { count: desk.free.length })}</h2>
      <Table
        caption={t('rematch.free.caption')}
        captionHidden
        keys
        rows={part.shown}
        isMarked={({ isHeld }) => isHeld}
        empty={
          <Empty title={t('rematch.free.empty.title')} text={desk.isOver ? '' : t('rematch.free.empty')} />
        }
        columns={[
          ...columnsOf(frame.locale, f, zone, now),
          ...(desk.isOver ? [] : [actColumn(round, frame.locale)]),
        ]}
      />
      <Pager {...pagerOf(frame.locale, part, (page) => withQuery(rematchPath(round.code), { page }))} />
      {mayRun && others ? (
        <RunRematchForm
          frame={frame}
          round={round}
          label={t('rematch.run', { people: ready.length })}
          isPrimary={desk.proposal === null}
        />
      ) : null}
      {mayRun && alone && !others ? <Alone {...{ round, frame }} person={alone} /> : null}
    </section>
  )
}

/** Nobody can be matched with themselves; a pair may take them in. */
const Alone = ({ frame, round, person }: Pick<FreeProps, 'frame' | 'round'> & { person: Free }) => {
  const t = words(frame.locale)
  return (
    <>
      <p class="hint">{t('rematch.run.alone')}</p>
      <p>
        {t('waiting.trio.text')}{' '}
        <a href={trioPath(round.code, person.applicationId)}>{t('waiting.trio.link')}</a>
      </p>
    </>
  )
}

type Who = Pick<Free, 'name' | 'country' | 'sector'>

/** Who a line is about. */
export const whoColumn = <One extends Who>(
  { t, f, locale }: { t: PairingWords; f: Formats; locale: string },
  noteOf: (one: One) => string | undefined = () => undefined,
): Column<One> => ({
  label: t('rematch.column.person'),
  head: true,
  cell: (one) => (
    <PersonChip
      name={one.name}
      country={f.country(one.country)}
      sector={sectorName(locale, one.sector)}
      note={noteOf(one)}
    />
  ),
})

const columnsOf = (locale: string, f: Formats, zone: string, now: Date): Column<Free>[] => {
  const t = words(locale)
  return [
    whoColumn({ t, f, locale }, (one) => (one.isHeld ? t('rematch.held') : undefined)),
    {
      label: t('rematch.column.why'),
      cell: (one) => <Why one={one} t={t} f={f} locale={locale} />,
    },
    {
      label: t('rematch.column.wait'),
      cell: ({ since }) =>
        t('rematch.wait', {
          days: daysBetween(dayIn(since, zone), dayIn(now, zone)),
          day: f.shortDay(dayIn(since, zone)),
        }),
    },
  ]
}

const actColumn = (round: Round, locale: string): Column<Free> => {
  const t = words(locale)
  return {
    label: scenarioWords(locale)('column.act'),
    cell: (one) => (
      <a
        href={waitingPath(round.code, one.applicationId)}
        aria-label={t('rematch.person.link.label', { held: String(one.isHeld), name: one.name })}
      >
        {t('rematch.person.link', { held: String(one.isHeld) })}
      </a>
    ),
  }
}

const Why = ({ one, t, f, locale }: { one: Free; t: PairingWords; f: Formats; locale: string }) => (
  <>
    {one.because === 'reserve' && one.reason
      ? tellWaiting({ isHeld: one.isHeld, reason: one.reason }, { f, locale })
      : t(one.because === 'parted' ? 'rematch.because.parted' : 'rematch.because.late')}{' '}
    {/* Who came late read it in the email about their place. */}
    {one.isTold || one.because === 'late' ? null : t('rematch.untold')}
  </>
)

/** The button that matches those without a partner, named by what it will do. */
export const RunRematchForm = (props: { frame: Frame; round: Round; label: string; isPrimary: boolean }) => (
  <Form action={runRematchPath(props.round.code)}>
    <Button kind={props.isPrimary ? 'primary' : 'quiet'}>{props.label}</Button>
  </Form>
)
