import type { FormState } from '../../../platform/forms.ts'
import {
  type Network,
  nearestReadable,
  ourAccent,
  ourSigns,
  readability,
  signPath,
} from '../../../platform/network/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { Button, ButtonLink, Field, Form, type Frame, OfficePage, Sign } from '../../../ui/index.ts'
import { lookPath } from '../paths.ts'
import { shadeNames, shades } from '../shades.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords } from './form.ts'
import { Save } from './forms.tsx'
import { Swatch } from './swatch.tsx'

/** `pale` is a colour that was typed and in which links could not be read. */
type Props = { frame: Frame; network: Network; form: FormState; pale?: string }

/** The sign of the network and the colour of its links and buttons. */
export const LookPage = (props: Props) => {
  const { frame, pale } = props
  const t = words(frame.locale)
  const { field, faults } = fieldsOf(props)
  return (
    <OfficePage
      frame={frame}
      title={t('look.title')}
      lead={t('look.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={lookPath} upload>
        <SignChoice {...props} />
        <Field
          type="radios"
          hint={t('look.accent.hint')}
          options={shadeNames.map((name) => ({
            value: name,
            label: t(`shade.${name}`),
            ...(name === 'own'
              ? {}
              : { hint: <Swatch colour={name === 'ours' ? ourAccent : shades[name]} /> }),
          }))}
          {...field('shade')}
        />
        <Field
          type="text"
          dir="ltr"
          width="short"
          hint={t('look.own.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          {...field('accent')}
        />
        {pale ? <Offer frame={frame} pale={pale} /> : null}
        <Save frame={frame} />
      </Form>
      <Samples frame={frame} />
    </OfficePage>
  )
}

function fieldsOf({ frame, form, pale }: Props) {
  const t = words(frame.locale)
  const said = inWords(frame, form, {
    sign: t('look.sign'),
    picture: t('look.picture'),
    shade: t('look.accent'),
    accent: t('look.own'),
  })
  if (pale === undefined) return said
  const ratio = readability(pale)
  const error = t('look.pale', { ratio: Math.floor(ratio * 10) / 10 })
  return {
    field: (name: Parameters<typeof said.field>[0]) =>
      name === 'accent' ? { ...said.field(name), error } : said.field(name),
    faults: [{ name: 'accent', message: error }],
  }
}

const SignChoice = (props: Props) => {
  const { frame, network } = props
  const t = words(frame.locale)
  const { field } = fieldsOf(props)
  const { pictureId } = network
  return (
    <>
      <Field
        type="radios"
        options={[
          ...ourSigns.map((sign) => ({
            value: sign,
            label: t(`sign.${sign}`),
            hint: <Sign sign={sign} size={32} />,
          })),
          {
            value: 'picture',
            label: t('sign.picture'),
            ...(pictureId ? { hint: <Sign sign={{ src: signPath(pictureId) }} size={32} /> } : {}),
          },
        ]}
        {...field('sign')}
      />
      <Field
        {...field('picture')}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hint={t('look.picture.hint')}
        optional={platformWords(frame.locale)('form.optional')}
      />
    </>
  )
}

/** The nearest shade of the same colour in which links can be read, taken by one press. */
const Offer = ({ frame, pale }: { frame: Frame; pale: string }) => {
  const t = words(frame.locale)
  const nearest = nearestReadable(pale)
  return (
    <p class="offer">
      <Swatch colour={pale} /> <Swatch colour={nearest} />{' '}
      <Button name="take" value={nearest}>
        {t('look.take', { colour: nearest })}
      </Button>
    </p>
  )
}

/** As it is now, on paper and at night: the reader's own colours do not matter here. */
const Samples = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('look.now')}</h2>
      <div class="samples">
        {(['light', 'dark'] as const).map((theme) => (
          <div class="sample" data-theme={theme}>
            <p class="sample-name">
              <Sign sign={frame.site.sign} size={28} /> {frame.site.name}
            </p>
            <p>
              <a href={frame.site.home}>{t('look.sample.link')}</a>
            </p>
            <ButtonLink kind="primary" href={frame.site.home}>
              {t('look.sample.button')}
            </ButtonLink>
          </div>
        ))}
      </div>
    </section>
  )
}
