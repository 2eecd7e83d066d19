import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Fieldset, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { weeksCrumbs } from '../../checkins/index.ts'
import type { Round } from '../../rounds/index.ts'
import { kinds, ladders } from '../case.ts'
import { type Ladder, nudgers } from '../ladder.ts'
import { ladderPath, resetLadderPath } from '../paths.ts'
import { words } from '../words.ts'
import { queueCrumbs } from './queue.tsx'

type LadderProps = {
  frame: Frame
  /** Undefined for the network. */
  round: Round | undefined
  /** Whether the round has a ladder of its own. */
  isOwn: boolean
  form: FormState
}

/** A ladder as its form shows it. */
export const typedLadder = ({ days, nudges }: Ladder): Record<string, string> => ({
  nudges,
  ...Object.fromEntries(
    kinds.flatMap((kind) => days[kind].map((number, rung) => [`${kind}-${rung}`, String(number)])),
  ),
})

/** How many days each step of looking after a case has: in one round, or in all. */
export const LadderPage = ({ frame, round, isOwn, form }: LadderProps) => {
  const t = words(frame.locale)
  const names = kinds.flatMap((kind) =>
    ladders[kind].map((step, rung) => [`${kind}-${rung}`, t(`step.${step}`)] as const),
  )
  const labels = { nudges: t('ladder.nudges'), ...Object.fromEntries(names) } as Record<string, string>
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('ladder.title')}
      lead={t(round ? 'ladder.lead.round' : 'ladder.lead')}
      kicker={round?.code}
      crumbs={round ? weeksCrumbs(round, frame.locale) : queueCrumbs(frame)}
      faults={faults}
    >
      <Form action={ladderPath(round?.code)}>
        <Field
          type="radios"
          options={nudgers.map((value) => ({ value, label: t(`ladder.nudges.${value}`) }))}
          {...field('nudges')}
        />
        {kinds.map((kind) => (
          <Fieldset legend={t(`kind.${kind}`)} size="small">
            {ladders[kind].map((step, rung) => (
              <Field
                type="text"
                inputmode="numeric"
                width="short"
                suffix={t('ladder.days')}
                hint={kind === 'silence' && step === 'release' ? t('ladder.unmissed') : undefined}
                {...field(`${kind}-${rung}`)}
              />
            ))}
          </Fieldset>
        ))}
        <Actions>
          <Button kind="primary">{t('ladder.save')}</Button>
        </Actions>
      </Form>
      {round && isOwn ? (
        <Form action={resetLadderPath(round.code)}>
          <Actions>
            <Button>{t('ladder.reset')}</Button>
          </Actions>
        </Form>
      ) : null}
    </OfficePage>
  )
}
