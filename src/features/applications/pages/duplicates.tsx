import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  Disclosure,
  Facts,
  Form,
  type Frame,
  OfficePage,
  Pager,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Application, fullName } from '../application.ts'
import { type Desk, leftOn } from '../desk.ts'
import { type Certainty, certainties, type Duplicate } from '../duplicates.ts'
import { fold } from '../fold.ts'
import { mergedAnswers } from '../merging.ts'
import { applicationPath, duplicatesPath, settleDuplicatePath } from '../paths.ts'
import type { ToldBatch } from '../queries/changes.ts'
import { LatestChange, LeftBar, NothingLeft } from './desk.tsx'
import { backToNext, DeskKeys } from './desk-keys.tsx'
import { answerInWords, crumbsOf, type ShownField, type Voice, voiceOf } from './saying.ts'

const perPage = 10

type Props = {
  frame: Frame
  round: Round
  desk: Desk
  certainty: Certainty | undefined
  settled: number
  latest: ToldBatch | undefined
  page: number
}

/** Applications that may be of one person, two by two, side by side. */
export const DuplicatesPage = ({ frame, round, desk, certainty, settled, latest, page: asked }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const found = desk.duplicates.filter((one) => certainty === undefined || one.certainty === certainty)
  const { shown, page, pages } = listPage(found, asked, perPage)
  const idOf = (one: Duplicate) => `${one.earlier}-${one.later}`
  const to = (number: number | undefined) =>
    withQuery(duplicatesPath(round.code), { certainty, page: number })
  const back = to(page > 1 ? page : undefined)
  const pager = pagerOf(frame.locale, { page, pages }, to)
  return (
    <OfficePage
      frame={frame}
      title={t('kind.duplicate')}
      part={pages > 1 ? pager.position : undefined}
      lead={t('kind.duplicate.about')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <LeftBar left={leftOn(desk)} settled={settled} voice={voice} />
      <LatestChange round={round} latest={latest} back={back} voice={voice} />
      {desk.duplicates.length > 0 ? (
        <CertaintyTabs round={round} desk={desk} certainty={certainty} voice={voice} />
      ) : null}
      {found.length === 0 ? <NothingLeft round={round} voice={voice} /> : null}
      {found.length > 0 ? <DeskKeys keys={['merge', 'keep-both', 'undo']} voice={voice} /> : null}
      <ol class="desk-list" data-keys="">
        {shown.map((duplicate, at) => (
          <li id={idOf(duplicate)} tabindex={-1}>
            <OnePair
              duplicate={duplicate}
              desk={desk}
              round={round}
              back={backToNext(back, shown.slice(at + 1, at + 2).map(idOf)[0])}
              voice={voice}
            />
          </li>
        ))}
      </ol>
      <Pager {...pager} />
    </OfficePage>
  )
}

type TabsProps = Pick<Props, 'round' | 'desk' | 'certainty'> & { voice: Voice }

const CertaintyTabs = ({ round, desk, certainty, voice }: TabsProps) => {
  const { t, say } = voice
  const tab = (one: Certainty | undefined, count: number) => ({
    href: withQuery(duplicatesPath(round.code), { certainty: one }),
    label: t(one ? `certainty.${one}` : 'certainty.all'),
    current: one === certainty,
    count: say.number(count),
  })
  const counted = certainties.map((one) => ({
    one,
    count: desk.duplicates.filter((duplicate) => duplicate.certainty === one).length,
  }))
  return (
    <Tabs
      label={t('certainty.label')}
      tabs={[
        tab(undefined, desk.duplicates.length),
        ...counted.filter(({ count }) => count > 0).map(({ one, count }) => tab(one, count)),
      ]}
    />
  )
}

const compared = [
  'givenName',
  'familyName',
  'country',
  'email',
  'workplace',
  'jobTitle',
  'sector',
  'stage',
  'interests',
  'languages',
  'links',
  'about',
  'acceptsCode',
  'sharesEmail',
] as const satisfies readonly ShownField[]

type PairProps = { duplicate: Duplicate; desk: Desk; round: Round; back: string; voice: Voice }

const OnePair = ({ duplicate, desk, round, back, voice }: PairProps) => {
  const { t, say } = voice
  const earlier = desk.byId.get(duplicate.earlier)
  const later = desk.byId.get(duplicate.later)
  if (!earlier || !later) return null
  const reasons = say.list(duplicate.same.map((thing) => t(`same.${thing}`)))
  return (
    <article class="desk-item">
      <h2 class="desk-item-who">
        <Names earlier={earlier} later={later} />
      </h2>
      <p>{t(`certainty.${duplicate.certainty}.why`, { same: reasons })}</p>
      <Comparison earlier={earlier} later={later} round={round} voice={voice} />
      <Form
        action={settleDuplicatePath(round.code)}
        hidden={{ first: duplicate.earlier, second: duplicate.later, back }}
      >
        <Actions>
          {(['merge', 'keep-both'] as const).map((verdict) => (
            <Button
              name="verdict"
              value={verdict}
              kind={duplicate.obvious && duplicate.suggestion === verdict ? 'primary' : 'quiet'}
              shortcut={verdict === 'merge' ? 'm' : 'b'}
              label={t(`verdict.${verdict}.of`, { name: fullName(earlier) })}
            >
              {t(`verdict.${verdict}`)}
            </Button>
          ))}
          <Button
            name="verdict"
            value="drop-earlier"
            label={t('verdict.drop-earlier.of', { name: fullName(earlier) })}
          >
            {t('verdict.drop-earlier')}
          </Button>
          <Button
            name="verdict"
            value="drop-later"
            label={t('verdict.drop-later.of', { name: fullName(later) })}
          >
            {t('verdict.drop-later')}
          </Button>
        </Actions>
      </Form>
    </article>
  )
}

/** Both names, when they differ. */
const Names = ({ earlier, later }: { earlier: Application; later: Application }) => {
  const [first, second] = [fullName(earlier), fullName(later)]
  if (fold(first) === fold(second)) return <bdi>{first}</bdi>
  return (
    <>
      <bdi>{first}</bdi> · <bdi>{second}</bdi>
    </>
  )
}

/** Two applications side by side: what differs is open to the eye, the rest is a click away. */
const Comparison = ({
  earlier,
  later,
  round,
  voice,
}: {
  earlier: Application
  later: Application
  round: Round
  voice: Voice
}) => {
  const { t } = voice
  const merged = mergedAnswers(earlier, later)
  const rows = compared
    .map((field) => ({
      field,
      first: answerInWords(earlier, field, voice),
      second: answerInWords(later, field, voice),
      kept: answerInWords(merged, field, voice),
    }))
    .filter(({ first, second }) => first !== '' || second !== '')
  const differing = rows.filter(({ first, second }) => first !== second)
  const alike = rows.filter(({ first, second }) => first === second)
  return (
    <>
      <Rows
        caption={t('duplicates.differs', { name: fullName(earlier) })}
        rows={differing}
        earlier={earlier}
        later={later}
        round={round}
        voice={voice}
      />
      <p class="hint">{t('duplicates.kept.about')}</p>
      {alike.length > 0 ? (
        <Disclosure summary={t('duplicates.alike', { count: alike.length })}>
          <Facts
            facts={alike.map(({ field, first }) => ({
              term: t(`field.${field}`),
              detail: <bdi>{first}</bdi>,
            }))}
          />
        </Disclosure>
      ) : null}
    </>
  )
}

type RowsProps = {
  caption: string
  rows: readonly { field: ShownField; first: string; second: string; kept: string }[]
  earlier: Application
  later: Application
  round: Round
  voice: Voice
}

const Rows = ({ caption, rows, earlier, later, round, voice }: RowsProps) => {
  const { t, say } = voice
  const keptTag = <Tag tone="leaf">{t('duplicates.kept')}</Tag>
  const head = (application: Application, label: string) => (
    <th scope="col">
      <a href={applicationPath(round.code, application.id)}>{label}</a>
      <br />
      {say.instant(application.submittedAt)}
    </th>
  )
  return (
    <table class="table comparison">
      <caption class="for-ears">{caption}</caption>
      <thead>
        <tr>
          <td />
          {head(earlier, t('duplicates.earlier'))}
          {head(later, t('duplicates.later'))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, first, second, kept }) => (
          <tr>
            <th scope="row">{t(`field.${field}`)}</th>
            <td data-label={t('duplicates.earlier')}>
              <span>
                <bdi>{first}</bdi> {kept === first ? keptTag : null}
              </span>
            </td>
            <td data-label={t('duplicates.later')}>
              <span>
                <bdi>{second}</bdi> {kept === second ? keptTag : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
