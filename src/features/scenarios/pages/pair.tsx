import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type Frame,
  KeyHints,
  Notice,
  OfficePage,
  OwnWords,
  Pager,
  Spread,
  type SpreadPage,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { previewPath, rematchPath } from '../../rounds/index.ts'
import { alternativesPath, holdPath, lookPath, pairPath, pricePath } from '../paths.ts'
import type { Place } from '../queries/looks.ts'
import type { Member, ProposedPair } from '../queries/pairs.ts'
import { type Wishable, wishable } from '../score/applicant.ts'
import type { TwoReasons } from '../score/reasons.ts'
import { sentences } from '../score/reasons.ts'
import { factsOf, interestList, namesBeside, tell, type Voice, voiceFor } from '../telling.ts'
import { sectorName, words } from '../words.ts'
import { deskCrumbs, RunForm } from './desk.tsx'
import { PairTags } from './proposal.tsx'

type PairProps = {
  frame: Frame
  round: Round
  pair: ProposedPair
  place: Place
  isReleased: boolean
  /** The reader's, for times. */
  zone: string
}

/** One proposed pair on facing pages: who they are, why they, and what a coordinator can do about it. */
export const PairPage = (props: PairProps) => {
  const { frame, round, pair, isReleased } = props
  const voice = voiceFor(frame.locale)
  const { t } = voice
  const members = inARow(pair.members)
  const names = voice.f.names(members.map((member) => member.name))
  return (
    <OfficePage
      frame={frame}
      title={names}
      crumbs={deskCrumbs(round, frame.locale)}
      lead={t(pair.members.length > 2 ? 'pair.lead.trio' : 'pair.lead', {
        score: voice.f.percent(pair.score / 10_000),
      })}
      actions={<PairTags pair={pair} t={t} />}
    >
      <Reading {...props} />
      {pair.isBanned ? <Notice tone="warning">{t('pair.banned')}</Notice> : null}
      <Spread
        label={names}
        pages={asPages(members.map((member) => leafOf(member, pair, { round, voice, isReleased })))}
        shared={sharedOf(pair, voice)}
      />
      {pair.reasons.map((two) => (
        <Why two={two} pair={pair} voice={voice} />
      ))}
      {isReleased ? (
        <DroppedOut frame={frame} round={round} pair={pair} />
      ) : (
        <Rules frame={frame} round={round} pair={pair} />
      )}
    </OfficePage>
  )
}

/** From pair to pair, weakest first, and how many are left to look at. */
const Reading = ({ frame, round, pair, place, zone }: PairProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  const link = (id: string | null, label: string) =>
    id ? { href: pairPath(round.code, id), label } : undefined
  return (
    <section data-keys aria-label={t('look.title')}>
      <KeyHints
        keys={[
          { key: 'j', label: t('look.next') },
          { key: 'k', label: t('look.previous') },
          ...(place.lookedAt ? [] : [{ key: 'l', label: t('look.done') }]),
        ]}
        everywhere={t('look.everywhere')}
      />
      <Pager
        label={t('look.pager')}
        position={t('look.at', { at: place.at, total: place.total, left: place.left })}
        previous={link(place.previous, t('look.previous'))}
        next={link(place.next, t('look.next'))}
        keys
      />
      {place.lookedAt ? (
        <p class="hint">
          {t('look.by', {
            name: place.lookedBy ?? platformWords(frame.locale)('terminal'),
            at: f.instant(place.lookedAt),
          })}
        </p>
      ) : (
        <Form action={lookPath(round.code, pair.id)}>
          <Button shortcut="l">{t('look.done')}</Button>
        </Form>
      )}
    </section>
  )
}

/** After the release: what can be done when someone of a pair drops out. */
const DroppedOut = ({ frame, round, pair }: { frame: Frame; round: Round; pair: ProposedPair }) => {
  const t = words(frame.locale)
  const query = new URLSearchParams({ q: pair.members[0]?.name ?? '' })
  return (
    <section>
      <h2>{t('pair.dropped.title')}</h2>
      <p>{t('pair.dropped')}</p>
      <ButtonLink href={`${rematchPath(round.code)}?${query}#again-found`}>
        {t('pair.dropped.link')}
      </ButtonLink>
    </section>
  )
}

/** The middle of a trio in the middle. */
function inARow(members: readonly Member[]): Member[] {
  const ends = members.filter((member) => !member.centre)
  return [...ends.slice(0, 1), ...members.filter((member) => member.centre), ...ends.slice(1)]
}

/** A book has two pages, or three. */
export function asPages(
  pages: SpreadPage[],
): [SpreadPage, SpreadPage] | [SpreadPage, SpreadPage, SpreadPage] {
  const [first, second, third] = pages
  if (!first || !second) throw new RangeError(`a book of ${pages.length} pages`)
  return third ? [first, second, third] : [first, second]
}

function leafOf(
  member: Member,
  pair: ProposedPair,
  { round, voice, isReleased }: { round: Round; voice: Voice; isReleased: boolean },
): SpreadPage {
  const { t, f } = voice
  const partners = pair.members.filter((other) => other !== member)
  const points = partners.map((partner) => pointsOf(pair.reasons, member, partner))
  return {
    name: member.name,
    kicker: member.centre ? t('pair.middle') : undefined,
    country: f.country(member.country),
    sector: sectorName(voice.locale, member.sector),
    facts: [
      ...factsOf(member, round.startsOn, voice),
      { term: t('fact.wishes'), detail: wishesInWords(member, voice) },
      ...(member.wishNote
        ? [
            {
              term: t('fact.wish-note'),
              detail: <OwnWords>{member.wishNote}</OwnWords>,
            },
          ]
        : []),
      { term: t('fact.served'), detail: f.list(points.map((one) => f.percent(one / 10_000))) },
    ],
    words: member.about || undefined,
    foot: (
      <Actions>
        {isReleased ? null : (
          <ButtonLink href={alternativesPath(round.code, member.applicationId)}>
            {t('pair.alternatives', { name: member.name })}
          </ButtonLink>
        )}
        <a href={previewPath(round.code, member.applicationId)}>{t('pair.preview', { name: member.name })}</a>
      </Actions>
    ),
  }
}

/** How content one is with the other; reasons are kept once for each two. */
export function pointsOf(reasons: readonly TwoReasons[], one: Member, other: Member): number {
  for (const { a, b, reasons: two } of reasons) {
    if (a === one.applicationId && b === other.applicationId) return two.points.own
    if (b === one.applicationId && a === other.applicationId) return two.points.partner
  }
  return 0
}

export function wishesInWords({ wishes }: Pick<Member, 'wishes'>, { t, f }: Voice): string {
  const stated = wishable.filter((what: Wishable) => wishes[what] !== 'any')
  if (stated.length === 0) return t('wish.none')
  return f.list(stated.map((what) => t('wish', { hope: `${what}_${wishes[what]}` })))
}

export function sharedOf(pair: ProposedPair, voice: Voice) {
  const { t, f } = voice
  const [first] = pair.reasons
  const shared = first?.reasons
  const minutes = shared?.hours.minutes ?? 0
  const items = [
    ...(shared?.sharedInterests ?? []).map((interest) => interestList([interest], voice)),
    ...(shared?.sharedLanguages ?? []).map(f.language),
    minutes === 0 ? t('pair.no-hours') : t('pair.hours', { hours: f.number(minutes / 60) }),
  ]
  return { title: t('pair.shared'), items: pair.members.length > 2 ? [] : items }
}

/** The reasons of two of a group, in sentences. */
export const Why = ({ two, pair, voice }: { two: TwoReasons; pair: ProposedPair; voice: Voice }) => {
  const own = pair.members.find((one) => one.applicationId === two.a)
  const partner = pair.members.find((one) => one.applicationId === two.b)
  if (!own || !partner) return null
  const { t } = voice
  const names = namesBeside(own, partner)
  return (
    <section>
      <h2>{pair.members.length > 2 ? t('pair.why.two', names) : t('pair.why')}</h2>
      <ul>
        {tell(sentences(own, partner, two.reasons), 'they', names, voice).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** What a coordinator can do with a pair or a trio, each with a sentence on what it will do. */
const Rules = ({ frame, round, pair }: { frame: Frame; round: Round; pair: ProposedPair }) => {
  const t = words(frame.locale)
  const act = (path: string, label: string, hint: string, first?: { href: string; label: string }) => (
    <Form action={path}>
      <p class="hint">{hint}</p>
      <Actions>
        <Button>{label}</Button>
        {first ? <a href={first.href}>{first.label}</a> : null}
      </Actions>
    </Form>
  )
  const [one, other] = pair.members.map(({ applicationId }) => applicationId)
  const price =
    one && other ? { href: pricePath(round.code, [one, other]), label: t('pair.pin.price') } : undefined
  const to = (name: string) => `${pairPath(round.code, pair.id)}/${name}`
  if (pair.members.length > 2) return <TrioRules frame={frame} round={round} pair={pair} />
  return (
    <section>
      <h2>{t('pair.rules.title')}</h2>
      {pair.isPinned ? act(to('unpin'), t('pair.unpin'), t('pair.unpin.hint')) : null}
      {pair.isBanned ? act(to('unban'), t('pair.unban'), t('pair.unban.hint')) : null}
      {pair.isPinned || pair.isBanned ? null : (
        <>
          {act(to('pin'), t('pair.pin'), t('pair.pin.hint'), price)}
          {act(to('ban'), t('pair.ban'), t('pair.ban.hint'))}
        </>
      )}
      {pair.isPinned || pair.isBanned ? (
        <RunForm round={round} label={t('run.again.pins')} isPrimary={false} />
      ) : null}
      {pair.isPinned ? null : <Holds frame={frame} round={round} members={pair.members} />}
    </section>
  )
}

const TrioRules = ({ frame, round, pair }: { frame: Frame; round: Round; pair: ProposedPair }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('pair.trio.title')}</h2>
      <p class="hint">{t('shape.middle.hint')}</p>
      <Actions>
        {pair.members
          .filter((member) => !member.centre)
          .map((member) => (
            <Form
              action={`${pairPath(round.code, pair.id)}/middle`}
              hidden={{ person: member.applicationId }}
            >
              <Button>{t('shape.middle', { name: member.name })}</Button>
            </Form>
          ))}
      </Actions>
      <Holds frame={frame} round={round} members={pair.members} />
    </section>
  )
}

const Holds = ({ frame, round, members }: { frame: Frame; round: Round; members: Member[] }) => {
  const t = words(frame.locale)
  return (
    <>
      <p class="hint">{t('shape.hold.hint', { trio: members.length > 2 ? 'yes' : 'no' })}</p>
      <Actions>
        {members.map((member) => (
          <Form action={holdPath(round.code)} hidden={{ person: member.applicationId }}>
            <Button>{t('shape.hold', { name: member.name })}</Button>
          </Form>
        ))}
      </Actions>
    </>
  )
}
