import type { Child } from 'hono/jsx'
import { formats } from '../../../../platform/formats.ts'
import { Actions, Button, Field, Fieldset, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { compared } from '../../../pages/index.ts'
import { type Choice, choices, type Piece } from '../../merge.ts'
import { deskPath, mergePath, officePostPath, writePostPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import type { Merge } from '../../queries/merging.ts'
import type { FactName } from '../../revision.ts'
import { words } from '../../words.ts'
import { Stretches } from './stretches.tsx'

type Props = { frame: Frame; post: DeskPost; merge: Merge }

/** What one typed beside what somebody else saved meanwhile: paragraph by paragraph, one chooses where both changed the same. */
export const MergePage = ({ frame, post, merge }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const { head, pieces, asked } = merge
  const by = head.by ?? frame.site.name
  const conflicts = pieces.filter(({ kind }) => kind === 'both').length + asked.length
  let place = 0
  return (
    <OfficePage
      frame={frame}
      title={t('merge.title')}
      lead={t('merge.lead', { by, at: say.instant(head.at), count: conflicts })}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
    >
      <Form action={mergePath(post.id)} hidden={{ head: String(head.number) }}>
        {asked.map((name) => (
          <FactChoice frame={frame} by={by} name={name} merge={merge} />
        ))}
        <div class="post-merge" lang={head.locale} dir="auto">
          {pieces.map((piece) =>
            piece.kind === 'agreed' ? (
              <Agreed text={piece.text} />
            ) : (
              <PieceChoice frame={frame} by={by} piece={piece} place={place++} />
            ),
          )}
        </div>
        <Actions>
          <Button kind="primary">{t('merge.save')}</Button>
          <a href={writePostPath(post.id)}>{t('merge.back')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** What needs no choice, paragraph by paragraph. */
const Agreed = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n{2,}/)
      .filter((block) => block.trim() !== '')
      .map((block) => (
        <p class="post-paragraph">{block}</p>
      ))}
  </>
)

const PieceChoice = (props: {
  frame: Frame
  by: string
  piece: Extract<Piece, { kind: 'both' }>
  place: number
}) => {
  const { frame, by, piece, place } = props
  const t = words(frame.locale)
  const shown: Record<Choice, Child> = {
    theirs: <Changed before={piece.base} after={piece.theirs} none={t('merge.removed')} />,
    mine: <Changed before={piece.base} after={piece.mine} none={t('merge.removed')} />,
    both: undefined,
  }
  return (
    <Fieldset legend={t('merge.paragraph', { number: place + 1 })} size="small">
      <Field
        type="radios"
        name={`piece-${place}`}
        label={t('merge.which')}
        value="theirs"
        options={choices.map((choice) => ({
          value: choice,
          label: t(`merge.${choice}`, { by }),
          hint: shown[choice],
        }))}
      />
    </Fieldset>
  )
}

const Changed = ({ before, after, none }: { before: string; after: string; none: string }) =>
  after.trim() === '' ? <em>{none}</em> : <Stretches stretches={compared(before, after)} />

const FactChoice = (props: { frame: Frame; by: string; name: FactName; merge: Merge }) => {
  const { frame, by, name, merge } = props
  const t = words(frame.locale)
  const value = merge.facts[name]
  const said = (one: unknown) =>
    [one]
      .flat()
      .map((part) => (typeof part === 'object' && part !== null && 'name' in part ? part.name : part))
      .join(', ')
  return (
    <Field
      type="radios"
      name={`fact-${name}`}
      label={t(`field.${name}`)}
      value="theirs"
      options={(['theirs', 'mine'] as const).map((choice) => ({
        value: choice,
        label: t(`merge.${choice}`, { by }),
        hint: <bdi>{said(value[choice])}</bdi>,
      }))}
    />
  )
}
