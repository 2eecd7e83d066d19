import { type FormState, formInWords } from '../../../platform/forms.ts'
import { Actions, Button, Disclosure, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { focusWidth, heightAt, type Picture } from '../media.ts'
import { describePath, focusPath, libraryPath, picturePath, replacePath } from '../paths.ts'
import { words } from '../words.ts'
import { CreditFields, labelsOf, sayer, UploadField } from './credit.tsx'
import { PictureFigure } from './figure.tsx'

type PictureProps = {
  frame: Frame
  picture: Picture
  uses: readonly { label: string; href?: string }[]
  form: FormState
}

/** One picture: what is said of it, what must stay in sight, where it is shown, and what could stand in its place. */
export const PicturePage = (props: PictureProps) => {
  const { frame, picture } = props
  const t = words(frame.locale)
  const { faults } = formOf(props)
  return (
    <OfficePage
      frame={frame}
      title={picture.caption || picture.alt || t('library.unnamed')}
      isOwnTitle
      crumbs={[{ href: libraryPath, label: t('library.title') }]}
      faults={faults}
    >
      <PictureFigure picture={picture} lang="" locale={frame.locale} eager />
      <Describing {...props} />
      <Uses {...props} />
      <Focusing {...props} />
      <Replacing {...props} />
    </OfficePage>
  )
}

const formOf = ({ frame, form }: PictureProps) =>
  formInWords(frame.locale, labelsOf(frame.locale), form, sayer(frame.locale))

const Describing = (props: PictureProps) => {
  const { frame, picture } = props
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('describe.title')}</h2>
      <Form action={describePath(picture.id)} guard>
        <CreditFields locale={frame.locale} field={formOf(props).field} />
        <Actions>
          <Button kind="primary">{t('describe.submit')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Uses = ({ frame, uses }: PictureProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('uses.title')}</h2>
      {uses.length === 0 ? <p>{t('uses.none')}</p> : null}
      <ul>
        {uses.map(({ label, href }) => (
          <li>
            <bdi>{href ? <a href={href}>{label}</a> : label}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A press on the picture sends where it was, without any script; the two numbers say the same by keyboard. */
const Focusing = (props: PictureProps) => {
  const { frame, picture } = props
  const t = words(frame.locale)
  const { field } = formOf(props)
  const percent = { type: 'number', min: 0, max: 100, width: 'short', suffix: '%' } as const
  return (
    <section>
      <h2>{t('focus.title')}</h2>
      <p>{t('focus.text')}</p>
      <form method="post" action={focusPath(picture.id)}>
        <input
          type="image"
          class="focus"
          name="focus"
          src={picturePath(picture.id, picture.widths[0] ?? picture.width, 'webp')}
          alt={t('focus.press')}
          width={focusWidth}
          height={heightAt(picture, focusWidth)}
        />
      </form>
      <Form action={focusPath(picture.id)}>
        <Field {...percent} {...field('left')} />
        <Field {...percent} {...field('top')} />
        <Actions>
          <Button>{t('focus.submit')}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Replacing = (props: PictureProps) => {
  const { frame, picture } = props
  const t = words(frame.locale)
  const { error } = formOf(props).field('picture')
  return (
    <section>
      <h2>{t('replace.title')}</h2>
      <Disclosure summary={t('replace.open')} open={error !== undefined}>
        <p>{t('replace.text')}</p>
        <Form action={replacePath(picture.id)} upload>
          <UploadField locale={frame.locale} error={error} />
          <Actions>
            <Button>{t('replace.submit')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </section>
  )
}
