import type { Child } from 'hono/jsx'
import { Button, Form, type Frame, type Link, OfficePage, Tabs } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath, releasePath, reservePath, roundPath, rulesPath, runPath } from '../paths.ts'
import { words } from '../words.ts'

/** What the four parts of the desk say about themselves. */
export type DeskCounts = { pairs: number; reserve: number; rules: number }

export type Part = 'pairs' | 'reserve' | 'rules' | 'release'

type DeskProps = {
  frame: Frame
  round: Round
  part: Part
  counts: DeskCounts
  title: string
  lead?: Child
  actions?: Child
  children: Child
}

/** The frame of the matching desk: its four parts, each with its own address. */
export const DeskPage = ({ frame, round, part, counts, title, lead, actions, children }: DeskProps) => {
  const t = words(frame.locale)
  const n = new Intl.NumberFormat(frame.locale === 'ar' ? 'ar-u-nu-latn' : frame.locale)
  const tab = (name: Part, href: string, count?: number) => ({
    href,
    label: t(`tab.${name}`),
    current: part === name,
    count: count === undefined ? undefined : n.format(count),
  })
  return (
    <OfficePage frame={frame} title={title} lead={lead} actions={actions} crumbs={roundCrumbs(round)}>
      <Tabs
        label={t('tabs')}
        tabs={[
          tab('pairs', matchingPath(round.code), counts.pairs),
          tab('reserve', reservePath(round.code), counts.reserve),
          tab('rules', rulesPath(round.code), counts.rules),
          tab('release', releasePath(round.code)),
        ]}
      />
      {children}
    </OfficePage>
  )
}

export const roundCrumbs = (round: Round): Link[] => [{ href: roundPath(round.code), label: round.title }]

export const deskCrumbs = (round: Round, locale: string): Link[] => [
  ...roundCrumbs(round),
  { href: matchingPath(round.code), label: words(locale)('matching.title') },
]

/** The button that runs the matching, named by what it will do. */
export const RunForm = (props: { frame: Frame; round: Round; label: string; isPrimary: boolean }) => (
  <Form action={runPath(props.round.code)} token={props.frame.formToken}>
    <Button kind={props.isPrimary ? 'primary' : 'quiet'}>{props.label}</Button>
  </Form>
)
