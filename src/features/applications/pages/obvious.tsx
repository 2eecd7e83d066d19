import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  BulkBar,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  OfficePage,
  Pager,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { problemKinds } from '../checks.ts'
import type { Desk } from '../desk.ts'
import { type Plan, settledBy } from '../mends.ts'
import type { ObviousRow } from '../obvious.ts'
import { acceptObviousPath, cleanPath, obviousPath } from '../paths.ts'
import { ApartTable, MendTable, MergeTable, type Part, SectorTable } from './obvious-tables.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type Props = {
  frame: Frame
  round: Round
  desk: Desk
  plan: Plan
  rows: readonly ObviousRow[]
  page: number
}

const perPage = 25
const form = 'obvious'

/** Everything nobody would doubt, a page at a time, to be looked through and accepted in one go. */
export const ObviousPage = ({ frame, round, desk, plan, rows, page: asked }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const { shown, page, pages } = listPage(rows, asked, perPage)
  const to = (number: number | undefined) => withQuery(obviousPath(round.code), { page: number })
  const acts = { voice, all: settledBy(plan), onPage: pages > 1 ? shown.length : null }
  const pager = pagerOf(frame.locale, { page, pages }, to)
  return (
    <OfficePage
      frame={frame}
      title={t('obvious.title')}
      part={pages > 1 ? pager.position : undefined}
      lead={rows.length > 0 ? t('obvious.lead') : undefined}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      {rows.length === 0 ? (
        <Empty title={t('obvious.none.title')} text={t('obvious.none.text')}>
          <ButtonLink href={cleanPath(round.code)} kind="primary">
            {t('clean.back')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <Form
            id={form}
            action={acceptObviousPath(round.code)}
            hidden={{ shown: shown.map(({ key }) => key).join(','), back: to(page) }}
          >
            <p class="hint">{t('obvious.undo', { count: settledBy(plan) })}</p>
            <Actions>
              <Accept {...acts} />
              <a href={cleanPath(round.code)}>{platformWords(frame.locale)('cancel')}</a>
            </Actions>
          </Form>
          <Rows rows={shown} {...{ round, desk, plan, voice, form }} />
          <BulkBar
            form={form}
            hint={t('obvious.hint')}
            words={{ ticked: t('obvious.ticked'), all: t('obvious.all') }}
          >
            <Accept {...acts} />
          </BulkBar>
          <Pager {...pager} />
        </>
      )}
    </OfficePage>
  )
}

/** @param onPage how many rows stand on this page; null when there is no other */
const Accept = (props: { voice: Voice; all: number; onPage: number | null }) => {
  const { t } = props.voice
  return (
    <>
      <Button kind="primary" form={form} name="accept" value="all">
        {t('obvious.accept', { count: props.all })}
      </Button>
      {props.onPage === null ? null : (
        <Button kind="quiet" form={form} name="accept" value="page" shortcut="a">
          {t('obvious.accept.page', { count: props.onPage })}
        </Button>
      )}
    </>
  )
}

const Rows = ({ rows, ...part }: Part & { rows: readonly ObviousRow[] }) => {
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  return (
    <>
      {problemKinds.map((kind) =>
        kind === 'unknown-sector' ? (
          <SectorTable rows={of(kind)} {...part} />
        ) : (
          <MendTable kind={kind} rows={of(kind)} {...part} />
        ),
      )}
      <MergeTable rows={of('merge')} {...part} />
      <ApartTable rows={of('keep-both')} {...part} />
    </>
  )
}
