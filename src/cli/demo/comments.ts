import { type Decision, decideComments, sendComment } from '../../features/comments/index.ts'
import { type Actor, personIdByEmail, visitor } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import type { Locale } from '../../platform/words.ts'
import { demoPeople } from './people.ts'

type DemoComment = {
  slug: string
  at: string
  name: string
  email: string
  locale: Locale
  text: string
  follows?: boolean
  /** Which earlier one it answers, by its place in this list, from 0. */
  answers?: number
  /** What an editor decided the next morning; nothing for those that still wait, and those that need nobody. */
  decided?: Decision
  /** By the editor of the demonstration, signed in. */
  byEditor?: true
}

const [diverse, copyright] = ['serving-diverse-communities-2015b', 'copyright-2015b']

/** What readers said under the posts of the demonstration: invented people, who write as such readers do. */
const demoComments: readonly DemoComment[] = [
  {
    ...{
      slug: diverse,
      at: '2015-10-12T15:20:00Z',
      name: 'Aroha Tamihana',
      email: 'aroha@example.com',
      locale: 'en',
    },
    ...{ decided: 'shown', follows: true },
    text: 'We put the names of the sections in te reo Māori above the English ones, not below. It cost us an afternoon and a tin of paint. The week after, a grandmother came in and read the signs aloud to her mokopuna, one after the other. I had walked under those signs for nine years.',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-12T21:05:00Z',
      name: 'Piet van der Merwe',
      email: 'piet@example.com',
      locale: 'en',
    },
    ...{ decided: 'shown', answers: 0, follows: true },
    text: 'What did your colleagues say? Here the first question was who would translate “reference desk”, and it took us four meetings.',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-13T08:40:00Z',
      name: 'Aroha Tamihana',
      email: 'aroha@example.com',
      locale: 'en',
    },
    ...{ answers: 1 },
    text: 'We asked the school. The children settled it in ten minutes: the place where you ask.',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-13T17:12:00Z',
      name: 'Lucía Paredes',
      email: 'lucia@example.com',
      locale: 'es',
    },
    ...{ decided: 'shown' },
    text: 'En nuestra biblioteca de barrio cerrábamos a las cinco, justo cuando salen del taller las mujeres que viven enfrente. Ahora los jueves abrimos hasta las nueve. Al principio venían tres; hoy tuvimos que pedir sillas a la parroquia.\n\nLa pregunta que me llevo para mi colega de mentoría: ¿quién decide el horario en su país?',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-14T10:02:00Z',
      name: 'Tomás Herrera',
      email: 'editor@ilnetwork.example',
    },
    ...{ locale: 'es', answers: 3, byEditor: true },
    text: 'Gracias, Lucía. Nos encantaría leer esa historia entera: si la escribe, la publicamos.',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-16T06:48:00Z',
      name: 'M. Haddad',
      email: 'haddad@example.com',
      locale: 'ar',
    },
    ...{ decided: 'shown' },
    text: 'عندنا ثلاث لغات في الحي ورفّ واحد للكتب غير العربية. طلبنا من القراء أن يحضروا كتابًا واحدًا بلغتهم، فصار الرفّ ثلاثة رفوف في شهر.',
  },
  {
    ...{
      slug: diverse,
      at: '2015-10-21T11:30:00Z',
      name: 'Best Essay Help',
      email: 'promo@essays.example',
      locale: 'en',
    },
    ...{ decided: 'spam' },
    text: 'Great post! Students, buy cheap essay online, 100% original, best price. https://essays.example/cheap https://essays.example/order https://essays.example/discount',
  },
  {
    ...{
      slug: copyright,
      at: '2015-10-26T14:10:00Z',
      name: 'Ifeoma N.',
      email: 'ifeoma@example.com',
      locale: 'en',
    },
    ...{ decided: 'shown', follows: true },
    text: 'The question we hear most is about past exam papers. Everyone has copied them since the library opened, and nobody knows who owns them. We wrote to the examination board in August. Has anybody ever got an answer to such a letter?',
  },
  {
    ...{
      slug: copyright,
      at: '2015-10-26T19:33:00Z',
      name: 'Hanna Lindholm',
      email: 'hanna@example.com',
      locale: 'en',
    },
    ...{ decided: 'shown', answers: 7 },
    text: 'Once, after eleven months. It said “please do”. We framed it.',
  },
  {
    ...{
      slug: copyright,
      at: '2015-10-27T09:15:00Z',
      name: 'Ifeoma N.',
      email: 'ifeoma@example.com',
      locale: 'en',
    },
    ...{ answers: 8 },
    text: 'Then there is hope. I will write again, on better paper.',
  },
  {
    ...{
      slug: copyright,
      at: '2015-10-28T16:44:00Z',
      name: 'Diego Salinas',
      email: 'diego@example.com',
      locale: 'es',
    },
    ...{ decided: 'shown' },
    text: 'Para explicar Creative Commons a los docentes uso una receta de cocina: la puedes copiar, la puedes cambiar, y en el recetario nuevo pones de quién la aprendiste. Quien quiera la hoja, está en https://recetas-cc.example/docentes',
  },
  {
    ...{
      slug: copyright,
      at: '2015-11-02T07:20:00Z',
      name: 'Wanjiru K.',
      email: 'wanjiru@example.com',
      locale: 'en',
    },
    ...{ decided: 'removed' },
    text: 'Where do I apply for the next round? I asked on the other page as well.',
  },
  {
    ...{
      slug: copyright,
      at: '2016-02-19T12:05:00Z',
      name: 'Ifeoma N.',
      email: 'ifeoma@example.com',
      locale: 'en',
    },
    text: 'They answered. It took a change of director and a second letter, and it says yes, with the year and the name of the board on each copy. I have put the letter where the next librarian will find it.',
  },
  {
    ...{
      slug: copyright,
      at: '2016-02-20T08:10:00Z',
      name: 'Samir Boukhris',
      email: 'samir@example.com',
      locale: 'en',
    },
    ...{ answers: 12, follows: true },
    text: 'Congratulations! Would you share the wording of your letter? We have the same shelf of exam papers, and the same doubts.',
  },
  {
    ...{
      slug: diverse,
      at: '2016-02-20T22:51:00Z',
      name: 'Rosa Quilla',
      email: 'rosa@example.com',
      locale: 'es',
    },
    text: 'Aquí faltan los que leen con los oídos. Desde enero grabamos los periódicos de la semana en quechua y los pasamos en la radio comunitaria. No sé si eso cuenta como biblioteca, pero la gente nos llama «la biblioteca».',
  },
  {
    ...{
      slug: diverse,
      at: '2016-02-21T05:14:00Z',
      name: 'essay writer',
      email: 'writer@essays.example',
      locale: 'en',
    },
    text: 'Nice article. Buy cheap essay, best price for students, order online: https://essays.example/order',
  },
  {
    ...{
      slug: copyright,
      at: '2016-02-21T16:27:00Z',
      name: 'Yuki Mori',
      email: 'yuki@example.com',
      locale: 'en',
    },
    text: 'Is “hardly two of them say the same thing” still true after the treaty on books for blind readers? I would like to use the sentence in a lecture and cite it correctly.',
  },
]

/** Each at its time, by the actions that readers and editors use. @param at sets the clock of the app */
export async function sendDemoComments(app: App, at: (instant: Date) => void): Promise<void> {
  const editor = await demoEditor(app)
  const numbers: number[] = []
  for (const [place, comment] of demoComments.entries()) {
    at(new Date(comment.at))
    const actor = comment.byEditor ? editor : visitor(comment.locale)
    const id = await sendComment(app, actor, newComment(comment, numbers), {
      ...{ slug: comment.slug, locale: comment.locale },
      ...{ network: `demonstration ${comment.email}`, once: `demonstration ${place}` },
    })
    const { number, revision } = await app.db
      .selectFrom('comment')
      .where('id', '=', id)
      .select(['number', 'revision'])
      .executeTakeFirstOrThrow()
    numbers.push(number)
    if (!comment.decided) continue
    at(new Date(Date.parse(comment.at) + 40 * 60_000))
    await decideComments(app, editor, [{ number, revision }], comment.decided)
  }
}

const newComment = ({ name, email, text, follows, answers }: DemoComment, numbers: readonly number[]) => ({
  ...{ name, email, text, follows: follows ?? false },
  to: answers === undefined ? null : (numbers[answers] ?? null),
})

async function demoEditor(app: App): Promise<Actor> {
  const person = demoPeople.find(({ role }) => role === 'editor')
  if (!person) throw new RangeError('no editor')
  const { name, email, locale, zone } = person
  const id = await personIdByEmail(app.db, email)
  return { ...{ id, name, email, locale, zone }, roles: new Set(['editor']), countries: new Set() }
}
