import type { FormState } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import {
  Actions,
  AfterSaving,
  Button,
  Field,
  Form,
  type Frame,
  fieldId,
  Notice,
  Page,
  Spread,
} from '../../../ui/index.ts'
import { PageBody, privacyPath, type ShownPage, versionName } from '../../pages/index.ts'
import { leafFor } from '../../pairings/index.ts'
import { givenIn, type Question } from '../../questions/index.ts'
import { deadline, type Round, roundInText } from '../../rounds/index.ts'
import { type FormPage, listIn, pagesOf, textIn, type Values } from '../draft.ts'
import { formPath, laterPath, sendPath } from '../paths.ts'
import type { FormerPartner } from '../queries/former.ts'
import { answersFrom } from '../schema.ts'
import { answersOn, wishFields } from './answers.ts'
import { inWords, type Voice, voiceIn } from './voice.ts'

type CheckProps = {
  frame: Frame
  round: Round
  zone: string
  values: Values
  /** What the round asks of its own. */
  questions: readonly Question[]
  /** Whom they were partners with in other rounds. */
  former: readonly FormerPartner[]
  unfinished: readonly FormPage[]
  /** Whether it was sent before, so that this sends changes. */
  isSent: boolean
  /** Whether the answers are those of an earlier round. */
  isAgain: boolean
  form: FormState
  conduct: ShownPage
}

/** All answers on one page, as the partner will see them and as we do; from here they are sent. */
export const CheckPage = (props: CheckProps) => {
  const { frame, round, zone, questions, unfinished, isSent, form } = props
  const voice = voiceIn(frame.locale, zone)
  const { t } = voice
  const { faults } = inWords(frame.locale, form, { acceptsCode: t('check.code') })
  return (
    <Page
      frame={frame}
      title={t('check.title')}
      kicker={t('form.kicker', {
        round: roundInText(frame.locale, round),
        step: pagesOf(questions).length + 1,
        steps: pagesOf(questions).length + 1,
      })}
      lead={isSent ? t('check.lead.sent', { until: deadline(frame.locale, round, zone) }) : t('check.lead')}
      width="wide"
      faults={faults}
    >
      {props.isAgain ? <Again {...props} voice={voice} /> : null}
      {unfinished.length > 0 ? <Unfinished {...props} voice={voice} /> : <Preview {...props} voice={voice} />}
      <All {...props} voice={voice} />
      {unfinished.length > 0 ? null : <Send {...props} voice={voice} />}
      <AfterSaving />
    </Page>
  )
}

type Part = CheckProps & { voice: Voice }

/** For those who come back: what they told before, and that a former partner may be a partner again. */
const Again = ({ round, former, voice: { t } }: Part) => (
  <Notice>
    <p>{t('check.again')}</p>
    {former.length > 0 ? (
      <p>
        <a href={`${formPath(round.code, 'partner')}#${fieldId('again[]')}`}>{t('check.again.whom')}</a>
      </p>
    ) : null}
  </Notice>
)

const Unfinished = ({ round, unfinished, voice: { t } }: Part) => (
  <Notice tone="warning" title={t('check.unfinished')}>
    <p>{t('check.unfinished.text')}</p>
    <ul>
      {unfinished.map((page) => (
        <li>
          <a href={formPath(round.code, page)}>{t('check.unfinished.link', { page: t(`form.${page}`) })}</a>
        </li>
      ))}
    </ul>
  </Notice>
)

/** The open book as the partner will see it, whose own page is still empty. */
const Preview = ({ values, questions, round, voice }: Part) => {
  const { t, say, locale } = voice
  const answers = answersFrom(values, { countryWritten: '', formerRounds: [], codeVersion: '' })
  const own = givenIn(questions, values).filter(({ question }) => question.isShown)
  const hopes = wishFields.flatMap(([, name]) =>
    values[name] === 'any'
      ? []
      : answersOn('partner', { values: { [name]: textIn(values, name) }, questions: [], former: [] }, voice),
  )
  const hoped = hopes.map(({ question, answer }) => joining(locale).labelled(question, answer))
  return (
    <Spread
      label={t('check.book')}
      pages={[
        leafFor({ ...answers, own }, { kicker: t('check.you'), day: round.startsOn, locale }),
        {
          kicker: t('check.partner'),
          name: t('check.partner.name'),
          facts: [
            { term: t('check.hopes'), detail: hoped.length > 0 ? say.list(hoped) : t('check.hopes.none') },
          ],
        },
      ]}
      shared={{ title: '', items: [] }}
    />
  )
}

const All = ({ round, values, questions, former, voice }: Part) => {
  const { t } = voice
  return (
    <section>
      <h2>{t('check.answers')}</h2>
      {pagesOf(questions).map((page) => (
        <section>
          <h3>
            {t(`form.${page}`)}{' '}
            <a
              href={formPath(round.code, page)}
              aria-label={t('check.change.page', { page: t(`form.${page}`) })}
            >
              {t('check.change')}
            </a>
          </h3>
          <dl class="facts">
            {answersOn(page, { values, questions, former }, voice).map(({ question, answer }) => (
              <div>
                <dt>{question}</dt>
                <dd>
                  <bdi class="copy">{answer}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  )
}

const Send = ({ frame, round, isSent, form, conduct, voice }: Part) => {
  const { t } = voice
  const { field } = inWords(frame.locale, form, { acceptsCode: t('check.code') })
  const version = conduct.version ?? ''
  return (
    <section>
      <h2>{t('check.code')}</h2>
      <PageBody frame={frame} page={conduct} />
      <Form action={sendPath(round.code)}>
        <Field
          {...field('acceptsCode')}
          type="checkboxes"
          name="acceptsCode[]"
          value={listIn(form.values, 'acceptsCode')}
          options={[
            { value: version, label: t('check.code.yes', { day: versionName(version, frame.locale) }) },
          ]}
        />
        <Actions>
          <Button kind="primary">{t(isSent ? 'check.send.changes' : 'check.send')}</Button>
          <a href={laterPath(round.code)}>{t('form.later')}</a>
        </Actions>
      </Form>
      <p class="hint">
        {t('check.order')} <a href={privacyPath}>{t('check.privacy')}</a>
      </p>
    </section>
  )
}
