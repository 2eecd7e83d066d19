import { refusalOrErrorWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Disclosure, Field, Form, fieldId } from '../../../ui/index.ts'
import { outcomesOf } from '../case.ts'
import { assignPath, caseNotePath, closePath, partCasePath, takePath, waitPath } from '../paths.ts'
import { words } from '../words.ts'
import type { Again, CaseProps } from './case-props.ts'

/** What can be done about a case, beside its next step. */
export const Handling = (props: CaseProps) => {
  const { frame, one } = props
  const t = words(frame.locale)
  const isPaired = one.members.filter(({ isPartner }) => isPartner).length > 1
  return (
    <section>
      <h2>{t('do.title')}</h2>
      <NoteForm {...props} />
      <AssignForm {...props} />
      <WaitForm {...props} />
      {isPaired && !one.isOver && one.next !== 'release' ? (
        <Disclosure summary={t('part.summary')}>
          <p>{t('step.release.text')}</p>
          <Actions>
            <ButtonLink href={partCasePath(one.number)}>{t('step.release.link')}</ButtonLink>
          </Actions>
        </Disclosure>
      ) : null}
      <CloseForm {...props} />
    </section>
  )
}

/** What stands in a field of a form, and what is wrong with it. */
function fieldOf({ frame, again }: CaseProps, form: Again['form'], name: string) {
  const error = again?.form === form ? again.errors[name] : undefined
  return {
    name,
    id: fieldId(`${form}-${name}`),
    value: again?.form === form ? (again.typed[name] ?? '') : '',
    error: error && refusalOrErrorWords(words, frame.locale)(error),
  }
}

/** Who reads what is noted. */
const noteHint = ({ frame, one }: CaseProps) =>
  words(frame.locale)(one.kind === 'conduct' ? 'note.hint.report' : 'note.hint')

const NoteForm = (props: CaseProps) => {
  const { frame, one } = props
  const t = words(frame.locale)
  return (
    <Form action={caseNotePath(one.number)} guard>
      <Field
        type="textarea"
        label={t('note.label')}
        hint={noteHint(props)}
        rows={3}
        {...fieldOf(props, 'note', 'body')}
      />
      <Actions>
        <Button>{t('note.button')}</Button>
      </Actions>
    </Form>
  )
}

type TakeProps = Pick<CaseProps, 'frame' | 'one'> & { kind: 'primary' | 'quiet' }

/** One press puts whoever reads it in charge. */
export const TakeForm = ({ frame, one, kind }: TakeProps) => (
  <Form action={takePath(one.number)}>
    <input type="hidden" name="from" value={one.ownerId ?? 'nobody'} />
    <Actions>
      <Button kind={kind}>{words(frame.locale)(one.ownerId === null ? 'take' : 'take.over')}</Button>
    </Actions>
  </Form>
)

const AssignForm = (props: CaseProps) => {
  const { frame, one, actorId, volunteers, again } = props
  const t = words(frame.locale)
  const options = volunteers
    .filter(({ id }) => id !== one.ownerId)
    .map(({ id, name, open, awayUntil }) => ({
      value: id,
      label: t(awayUntil ? 'assign.option.away' : 'assign.option', { name, open }),
    }))
  const mine = actorId !== null && one.ownerId === actorId
  return (
    <>
      {mine || actorId === null || one.ownerId === null ? null : <TakeForm {...props} kind="quiet" />}
      <Disclosure summary={t('assign.summary')} open={again?.form === 'assign'}>
        <Form action={assignPath(one.number)}>
          <Field
            type="select"
            label={t('assign.label')}
            placeholder={t('choose')}
            options={[...options, ...(one.ownerId ? [{ value: 'nobody', label: t('assign.nobody') }] : [])]}
            {...fieldOf(props, 'assign', 'owner')}
          />
          <Remark {...props} form="assign" />
          <Actions>
            <Button>{t('assign.button')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </>
  )
}

const Remark = (props: CaseProps & { form: Again['form'] }) => {
  const t = words(props.frame.locale)
  return (
    <Field
      type="textarea"
      label={t(props.form === 'assign' ? 'remark.label' : 'note.label')}
      hint={noteHint(props)}
      optional={t('optional')}
      rows={2}
      {...fieldOf(props, props.form, 'note')}
    />
  )
}

const WaitForm = (props: CaseProps) => {
  const { frame, one, again } = props
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('wait.summary')} open={again?.form === 'wait'}>
      <Form action={waitPath(one.number)}>
        <Field
          type="date"
          width="short"
          label={t('wait.label')}
          hint={t('wait.hint')}
          {...fieldOf(props, 'wait', 'until')}
        />
        <Remark {...props} form="wait" />
        <Actions>
          <Button>{t('wait.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const CloseForm = (props: CaseProps) => {
  const { frame, one, again } = props
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('close.summary')} open={again?.form === 'close'}>
      <Form action={closePath(one.number)}>
        <Field
          type="radios"
          label={t('close.label')}
          hint={t('close.hint')}
          options={outcomesOf(one.kind).map((value) => ({ value, label: t(`outcome.${value}`) }))}
          {...fieldOf(props, 'close', 'outcome')}
        />
        <Remark {...props} form="close" />
        <Actions>
          <Button>{t('close.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
