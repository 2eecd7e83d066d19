import type { Child } from 'hono/jsx'
import { numbering } from '../../../platform/words.ts'
import { Button, Form, type FormError, type Frame, type Link, OfficePage, Tabs } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath, officeRoundPath, releasePath, rematchPath, roundTitle } from '../../rounds/index.ts'
import { labPath, reservePath, rulesPath, runPath } from '../paths.ts'
import { words } from '../words.ts'

/** What the parts of the desk say about themselves. */
export type DeskCounts = {
  pairs: number
  scenarios: number
  reserve: number
  rules: number
  /** Without a partner since the release. */
  waiting: number
  hasPlan: boolean
  isReleased: boolean
}

export type Part = 'pairs' | 'lab' | 'reserve' | 'rules' | 'release' | 'rematch'

type DeskProps = {
  frame: Frame
  round: Round
  part: Part
  counts: DeskCounts
  title: string
  lead?: Child
  actions?: Child
  /** Where the page lies deeper than its part. */
  crumbs?: Link[]
  head?: Child
  /** What is wrong with a form that came back. */
  faults?: readonly FormError[]
  /** Which part of a long list this is. */
  listPart?: string
  /** Longer than a screen: its acts stand at its end as well. */
  isLong?: boolean
  children: Child
}

/** The frame of the matching desk: its parts, each with its own address, once there is something in it. */
export const DeskPage = ({ round, part, listPart, counts, crumbs, children, ...page }: DeskProps) => {
  const { frame } = page
  const t = words(frame.locale)
  const n = new Intl.NumberFormat(numbering(frame.locale))
  const tab = (name: Part, href: string, count?: number, isTime = true) => ({
    isTime,
    href,
    label: t(`tab.${name}`),
    current: part === name,
    count: count === undefined ? undefined : n.format(count),
  })
  return (
    <OfficePage {...page} part={listPart} crumbs={crumbs ?? roundCrumbs(round, frame.locale)}>
      <Tabs
        label={t('tabs')}
        tabs={[
          tab('pairs', matchingPath(round.code), counts.pairs),
          tab('lab', labPath(round.code), counts.scenarios),
          tab('reserve', reservePath(round.code), counts.reserve, counts.hasPlan),
          tab('rules', rulesPath(round.code), counts.rules, counts.hasPlan || counts.rules > 0),
          tab('release', releasePath(round.code), undefined, counts.hasPlan),
          tab('rematch', rematchPath(round.code), counts.waiting, counts.isReleased),
        ].filter(({ current, isTime }) => current || isTime)}
      />
      {children}
    </OfficePage>
  )
}

const roundCrumbs = (round: Round, locale: string): Link[] => [
  { href: officeRoundPath(round.code), label: roundTitle(locale, round) },
]

export const deskCrumbs = (round: Round, locale: string): Link[] => [
  ...roundCrumbs(round, locale),
  { href: matchingPath(round.code), label: words(locale)('matching.title') },
]

export const labCrumbs = (round: Round, locale: string): Link[] => [
  ...deskCrumbs(round, locale),
  { href: labPath(round.code), label: words(locale)('lab.title') },
]

/** The button that runs the matching, named by what it will do. */
export const RunForm = (props: { round: Round; label: string; isPrimary: boolean }) => (
  <Form action={runPath(props.round.code)}>
    <Button kind={props.isPrimary ? 'primary' : 'quiet'}>{props.label}</Button>
  </Form>
)
