import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { listPage } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import { branch } from '../../../platform/words.ts'
import {
  ButtonLink,
  Empty,
  Figures,
  type Frame,
  Notice,
  OfficePage,
  Pager,
  Spread,
  type SpreadPage,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import type { Member, ProposedPair } from '../../scenarios/index.ts'
import {
  asPages,
  factsOf,
  interestList,
  namesBeside,
  type Sentence,
  scenarioWords,
  sectorName,
  sentences,
  sharedHours,
  tell,
} from '../../scenarios/index.ts'
import { isMendedByARun } from '../obstacle.ts'
import { newPairsPath, previewRematchPath, releaseRematchPath } from '../paths.ts'
import type { NewPairsDesk } from '../queries/rematch-desk.ts'
import type { Voice } from '../words.ts'
import { words } from '../words.ts'
import { RunRematchForm } from './rematch-free.tsx'
import { rematchCrumbs } from './rematch-part.tsx'
import { StillWaiting } from './rematch-still.tsx'

type NewPairsProps = {
  frame: Frame
  round: Round
  desk: NewPairsDesk | null
  page: number
  /** Which page of those who still wait. */
  waiting: number
  /** `YYYY-MM-DD`: the hours are those of this day. */
  day: string
}

const newPairsPerPage = 20

/** The new pairs on facing pages, who still waits, and what each of them will be sent. */
export const NewPairsPage = ({ frame, round, desk, page, waiting, day }: NewPairsProps) => {
  const t = words(frame.locale)
  const voice: Voice = { t, f: formats(frame.locale, 'UTC'), locale: frame.locale }
  const mayRelease = desk !== null && desk.obstacle === null
  const part = listPage(desk?.pairs ?? [], page, newPairsPerPage)
  return (
    <OfficePage
      frame={frame}
      title={t('new-pairs.title')}
      lead={t('new-pairs.lead')}
      crumbs={rematchCrumbs(round, frame.locale)}
      isLong={part.shown.length > 1}
      actions={
        mayRelease ? (
          <ButtonLink href={releaseRematchPath(round.code)} kind="primary">
            {t('new-pairs.release')}
          </ButtonLink>
        ) : null
      }
    >
      {desk === null ? (
        <Empty title={t('new-pairs.none.title')} text={t('new-pairs.none')}>
          <ButtonLink href={rematchPath(round.code)}>{t('rematch.title')}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Obstacle frame={frame} round={round} desk={desk} />
          <Touched desk={desk} voice={voice} />
          {part.shown.map((pair) => (
            <NewPair pair={pair} round={round} day={day} voice={voice} />
          ))}
          <Pager {...pagerOf(frame.locale, part, (to) => newPairsPath(round.code, to))} />
          <StillWaiting desk={desk} round={round} page={waiting} voice={voice} />
        </>
      )}
    </OfficePage>
  )
}

/** What stands against a release, with the way out. */
export const Obstacle = ({ frame, round, desk }: { frame: Frame; round: Round; desk: NewPairsDesk }) => {
  const t = words(frame.locale)
  const { obstacle, stale } = desk
  if (obstacle === null) return null
  const mayRun = isMendedByARun(obstacle)
  return (
    <Notice
      tone="warning"
      title={t('new-pairs.not-yet')}
      actions={
        mayRun ? (
          <RunRematchForm
            frame={frame}
            round={round}
            label={scenarioWords(frame.locale)('run.again')}
            isPrimary
          />
        ) : undefined
      }
    >
      <p>{t('new-pairs.obstacle', { obstacle: branch(obstacle.code) })}</p>
      {obstacle.code === 'proposal-out-of-date' ? (
        <ul>
          {(['joined', 'left', 'changed'] as const).map((what) =>
            stale[what].length > 0 ? (
              <li>{t(`rematch.stale.${what}`, { count: stale[what].length })}</li>
            ) : null,
          )}
        </ul>
      ) : null}
    </Notice>
  )
}

const peopleIn = (pairs: readonly ProposedPair[]) =>
  pairs.reduce((sum, { members }) => sum + members.length, 0)

const Touched = ({ desk, voice }: { desk: NewPairsDesk; voice: Voice }) => {
  const { t, f } = voice
  return (
    <Figures
      figures={[
        { value: f.number(desk.pairs.length), label: t('new-pairs.figure.pairs') },
        { value: f.number(peopleIn(desk.pairs)), label: t('new-pairs.figure.people') },
        { value: f.number(desk.waiting.length), label: t('new-pairs.figure.waiting') },
        { value: f.number(desk.living), label: t('new-pairs.figure.untouched') },
      ]}
    />
  )
}

const NewPair = (props: { pair: ProposedPair; round: Round; day: string; voice: Voice }) => {
  const { pair, round, day, voice } = props
  const { f } = voice
  const names = f.names(pair.members.map(({ name }) => name))
  const [first] = pair.reasons
  return (
    <Spread
      label={names}
      pages={asPages(pair.members.map((member) => leafOf(member, { round, day, voice })))}
      shared={{
        title: scenarioWords(voice.locale)('pair.shared'),
        items:
          pair.members.length > 2 || !first
            ? []
            : [
                ...first.reasons.sharedInterests.map((interest) => interestList([interest], voice)),
                ...first.reasons.sharedLanguages.map(f.language),
              ],
      }}
      reason={whyInWords(pair, day, voice)}
    />
  )
}

function leafOf(
  member: Member,
  { round, day, voice }: { round: Round; day: string; voice: Voice },
): SpreadPage {
  const { f, locale } = voice
  return {
    name: member.name,
    kicker: member.centre ? scenarioWords(locale)('pair.middle') : undefined,
    country: f.country(member.country),
    sector: sectorName(locale, member.sector),
    facts: factsOf(member, day, voice),
    foot: (
      <a href={previewRematchPath(round.code, member.applicationId)}>
        {scenarioWords(locale)('pair.preview', { name: member.givenName })}
      </a>
    ),
  }
}

/** Of each two: the first things there are to say, when both are awake on that day, and what was missed. */
function whyInWords({ reasons, members }: ProposedPair, day: string, voice: Voice): string {
  const by = new Map(members.map((member) => [member.applicationId, member]))
  const all = reasons.flatMap((two) => {
    const [own, partner] = [by.get(two.a), by.get(two.b)]
    if (!own || !partner) return []
    const hours = sharedHours(own, partner, day)
    const all = sentences(own, partner, { ...two.reasons, hours })
    const told = [...all.filter(isGood).slice(0, 2), ...all.filter(isOfHours), ...all.filter(isMissed)]
    return tell(told, 'they', namesBeside(own, partner), voice)
  })
  return joining(voice.locale).joined(all)
}

const isOfHours = ({ say }: Sentence) => say === 'hours' || say === 'no-hours'
const isMissed = ({ say }: Sentence) => say === 'unmet' || say === 'impossible'
const isGood = (sentence: Sentence) => !isOfHours(sentence) && !isMissed(sentence)
