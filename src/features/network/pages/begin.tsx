import type { Child } from 'hono/jsx'
import type { Transport } from '../../../platform/config.ts'
import type { FormState } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Field,
  Form,
  type Frame,
  OfficePage,
  Page,
  type Step,
  Steps,
} from '../../../ui/index.ts'
import { pagesPath } from '../../pages/index.ts'
import { signInPath } from '../../people/index.ts'
import { newRoundPath } from '../../rounds/index.ts'
import { beginPath, namesPath, networkPath, testEmailPath } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords } from './form.ts'

/** Opened at the address that the server printed: who directs the network. */
export const BeginPage = ({ frame, secret, form }: { frame: Frame; secret: string; form: FormState }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { name: t('begin.name'), email: t('begin.email') })
  return (
    <Page frame={frame} title={t('begin.title')} lead={t('begin.lead')} faults={faults}>
      <Form action={beginPath(secret)}>
        <Field type="text" autocomplete="name" hint={t('begin.name.hint')} {...field('name')} />
        <Field type="email" dir="ltr" autocomplete="email" hint={t('begin.email.hint')} {...field('email')} />
        <Actions>
          <Button kind="primary">{t('begin.submit')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

/** Opened by someone who came second. */
export const BegunPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('begun.title')} lead={t('begun.lead')}>
      <p>{t('begun.next')}</p>
      <p>
        <a href={signInPath}>{t('begun.sign-in')}</a>
      </p>
    </Page>
  )
}

type Done = { tested: boolean; opened: boolean }
type StartProps = { frame: Frame; network: Network; done: Done; to: string | null; by: Transport }

/** What is left to do before the first call. Every step can wait, and is found here again. */
export const StartPage = ({ frame, network, done, to, by }: StartProps) => {
  const t = words(frame.locale)
  const steps = stepsOf(network, done)
  const isAllDone = steps.every(({ state }) => state === 'done')
  const kindOf = (key: StepKey) =>
    steps.some((step) => step.key === key && step.state === 'now') ? 'primary' : 'quiet'
  return (
    <OfficePage
      frame={frame}
      title={t('start.title')}
      lead={t(isAllDone ? 'start.lead.done' : 'start.lead')}
      crumbs={crumbsOf(frame)}
    >
      <Steps
        label={t('start.title')}
        steps={steps.map(({ key, state }) => ({ label: t(key), state }))}
        words={{ done: t('start.done'), now: t('start.now'), next: t('start.next') }}
      />
      {network.isNamed ? null : (
        <Undone title={t('start.name')} text={t('start.name.text')}>
          <Actions>
            <ButtonLink kind={kindOf('start.name')} href={namesPath}>
              {t('unnamed.act')}
            </ButtonLink>
          </Actions>
        </Undone>
      )}
      {done.tested || to === null ? null : (
        <Undone title={t('start.email')} text={t('test.text', { to, by })}>
          <Form action={testEmailPath}>
            <Actions>
              <Button kind={kindOf('start.email')}>{t('test.send')}</Button>
            </Actions>
          </Form>
        </Undone>
      )}
      {done.opened ? null : (
        <Undone title={t('start.round')} text={t('start.round.text')}>
          <Actions>
            <ButtonLink kind={kindOf('start.round')} href={newRoundPath}>
              {t('start.round.act')}
            </ButtonLink>
          </Actions>
        </Undone>
      )}
      <Undone title={t('start.pages')} text={t('start.pages.text')}>
        <p>
          <a href={pagesPath}>{t('start.pages.act')}</a>
        </p>
      </Undone>
      <p>
        <a href={frame.office.home}>{t(isAllDone ? 'start.office' : 'start.skip')}</a>
      </p>
      <p>
        <a href={networkPath}>{t('start.more')}</a>
      </p>
    </OfficePage>
  )
}

const Undone = (props: { title: string; text: string; children: Child }) => (
  <section>
    <h2>{props.title}</h2>
    <p>{props.text}</p>
    {props.children}
  </section>
)

type StepKey = 'start.director' | 'start.name' | 'start.email' | 'start.round'

function stepsOf({ isNamed }: Network, { tested, opened }: Done) {
  const all: { key: StepKey; isDone: boolean }[] = [
    { key: 'start.director', isDone: true },
    { key: 'start.name', isDone: isNamed },
    { key: 'start.email', isDone: tested },
    { key: 'start.round', isDone: opened },
  ]
  const now = all.findIndex(({ isDone }) => !isDone)
  return all.map(({ key, isDone }, index): Pick<Step, 'state'> & { key: StepKey } => ({
    key,
    state: isDone ? 'done' : index === now ? 'now' : 'next',
  }))
}
