import { type FormState, formInWords } from '../../../platform/forms.ts'
import { confirmWords, errorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Empty,
  Field,
  Form,
  type Frame,
  Page,
  Table,
} from '../../../ui/index.ts'
import { privacyPath } from '../../pages/index.ts'
import { signInPath, type Under, yourDataPath } from '../../people/index.ts'
import { keepings, linkDays } from '../erasure.ts'
import { addressErasePath, addressPath, addressZipPath, dataPath } from '../paths.ts'
import { words } from '../words.ts'

type AskProps = { frame: Frame; form: FormState; isMember: boolean }

/** Where somebody without an account asks for the link to what is kept under their address. */
export const AskAddressPage = ({ frame, form, isMember }: AskProps) => {
  const t = words(frame.locale)
  const labels = { email: t('address.email') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Page frame={frame} title={t('address.ask.title')} lead={t('address.ask.lead')} faults={faults}>
      <Form action={yourDataPath}>
        <Field
          type="email"
          dir="ltr"
          autocomplete="email"
          hint={t('address.email.hint')}
          {...field('email')}
        />
        <Actions>
          <Button kind="primary">{t('address.ask.button')}</Button>
        </Actions>
      </Form>
      <p>
        {t('address.ask.member')}{' '}
        <a href={isMember ? dataPath : signInPath}>{t('address.ask.member.link')}</a>
      </p>
      <p>
        <a href={privacyPath}>{t('address.ask.privacy')}</a>
      </p>
    </Page>
  )
}

/** After asking: the same for every address. */
export const AskedAddressPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('address.asked.title')} lead={t('address.asked.lead')} isUnlisted>
      <p>{t('address.asked.nothing')}</p>
      <p>
        <a href={yourDataPath}>{t('address.asked.other')}</a>
      </p>
    </Page>
  )
}

type AddressProps = { frame: Frame; secret: string; email: string; under: readonly Under[] }

/** All that is kept under an address, each with the way to it; to take along, and to erase. */
export const AddressPage = ({ frame, secret, email, under }: AddressProps) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('address.title')}
      lead={t('address.lead', { email, days: linkDays })}
      isUnlisted
    >
      <Table
        caption={t('address.caption')}
        rows={under}
        empty={<Empty title={t('address.none')} text={t('address.none.text')} />}
        columns={[
          { label: t('address.col.title'), head: true, cell: ({ title }) => <bdi>{title}</bdi> },
          { label: t('address.col.what'), cell: ({ what }) => what },
          { label: t('address.col.standing'), cell: ({ standing }) => standing },
          { label: t('address.col.way'), cell: (one) => <Way {...one} labelled={frame.words.labelled} /> },
        ]}
      />
      <h2>{t('own.copy.title')}</h2>
      <p>{t('address.copy.text')}</p>
      <Actions>
        <ButtonLink href={addressZipPath(secret)}>{t('own.copy.download')}</ButtonLink>
      </Actions>
      <h2>{t('address.erase.title')}</h2>
      <p>{t('address.erase.text')}</p>
      <Actions>
        <ButtonLink href={addressErasePath(secret)}>{t('address.erase.way')}</ButtonLink>
      </Actions>
    </Page>
  )
}

const Way = ({ way, title, labelled }: Under & Pick<Frame['words'], 'labelled'>) =>
  way.key === undefined ? (
    <a href={way.href} aria-label={labelled(way.label, title)}>
      {way.label}
    </a>
  ) : (
    <Form action={way.href} hidden={{ key: way.key }}>
      <Button label={labelled(way.label, title)}>{way.label}</Button>
    </Form>
  )

const keepsIn = (frame: Frame, form: FormState) =>
  formInWords(
    frame.locale,
    { keeps: words(frame.locale)('address.keeps') },
    form,
    errorWords(words, frame.locale),
  )

type ErasingProps = { frame: Frame; secret: string; email: string; under: readonly Under[]; form: FormState }

/** What goes and what stays, on a page of its own before it is done; where readers have something, its author chooses. */
export const EraseAddressPage = ({ frame, secret, email, under, form }: ErasingProps) => {
  const t = words(frame.locale)
  const { field, faults } = keepsIn(frame, form)
  const hasPublic = under.some(({ isPublic }) => isPublic)
  return (
    <Page frame={frame} title={t('address.erase.title')} isUnlisted faults={faults}>
      <Confirm
        action={addressErasePath(secret)}
        {...(hasPublic ? {} : { hidden: { keeps: 'nothing' } })}
        words={{ ...confirmWords(frame.locale), whom: t('address.erase.stays') }}
        what={[
          t('address.erase.now'),
          // Of what readers have, its author chooses below.
          ...(under.length > 0 && !hasPublic ? [t('address.erase.listed', { count: under.length })] : []),
          t('address.erase.unpublished'),
        ]}
        whom={
          <ul>
            <li>{t('address.erase.answers')}</li>
            <li>{t('erase.backups')}</li>
          </ul>
        }
        undo={t('address.erase.undo')}
        button={t('address.erase.button')}
        danger
        cancel={{ href: addressPath(secret), label: t('address.erase.cancel', { email }) }}
      >
        {hasPublic ? (
          <Field
            type="radios"
            options={keepings.map((keeps) => ({
              value: keeps,
              label: t(`address.keeps.${keeps}`),
              hint: t(`address.keeps.${keeps}.hint`),
            }))}
            {...field('keeps')}
          />
        ) : null}
      </Confirm>
    </Page>
  )
}

export const AddressErasedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('address.erased.title')} lead={t('address.erased.lead')} isUnlisted>
      <p>{t('address.erased.backups')}</p>
    </Page>
  )
}
