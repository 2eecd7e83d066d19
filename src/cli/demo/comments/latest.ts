import type { DemoComment } from './comment.ts'

const [diverse, copyright] = ['serving-diverse-communities-2015b', 'copyright-2015b']

/** What readers said under the topics of the last round: invented people, who write as such readers do. */
export const latestComments: readonly DemoComment[] = [
  {
    ...{ on: diverse, at: '2015-10-12T15:20:00Z', by: ['Aroha Tamihana', 'aroha@example.com', 'en'] },
    ...{ as: 'aroha', follows: true, decided: 'shown' },
    text: 'We put the names of the sections in te reo Māori above the English ones, not below. It cost us an afternoon and a tin of paint. The week after, a grandmother came in and read the signs aloud to her mokopuna, one after the other. I had walked under those signs for nine years.',
  },
  {
    ...{ on: diverse, at: '2015-10-12T21:05:00Z', by: ['Piet van der Merwe', 'piet@example.com', 'en'] },
    ...{ as: 'piet', answers: 'aroha', follows: true, decided: 'shown' },
    text: 'What did your colleagues say? Here the first question was who would translate “reference desk”, and it took us four meetings.',
  },
  {
    ...{ on: diverse, at: '2015-10-13T08:40:00Z', by: ['Aroha Tamihana', 'aroha@example.com', 'en'] },
    ...{ answers: 'piet' },
    text: 'We asked the school. The children settled it in ten minutes: the place where you ask.',
  },
  {
    ...{ on: diverse, at: '2015-10-13T17:12:00Z', by: ['Lucía Paredes', 'lucia@example.com', 'es'] },
    ...{ as: 'lucia', decided: 'shown' },
    text: 'En nuestra biblioteca de barrio cerrábamos a las cinco, justo cuando salen del taller las mujeres que viven enfrente. Ahora los jueves abrimos hasta las nueve. Al principio venían tres; hoy tuvimos que pedir sillas a la parroquia.\n\nLa pregunta que me llevo para mi colega de mentoría: ¿quién decide el horario en su país?',
  },
  {
    ...{ on: diverse, at: '2015-10-14T10:02:00Z', by: ['Tomás Herrera', 'editor@ilnetwork.example', 'es'] },
    ...{ answers: 'lucia', byEditor: true },
    text: 'Gracias, Lucía. Nos encantaría leer esa historia entera: si la escribe, la publicamos.',
  },
  {
    ...{ on: diverse, at: '2015-10-16T06:48:00Z', by: ['M. Haddad', 'haddad@example.com', 'ar'] },
    ...{ decided: 'shown' },
    text: 'عندنا ثلاث لغات في الحي ورفّ واحد للكتب غير العربية. طلبنا من القراء أن يحضروا كتابًا واحدًا بلغتهم، فصار الرفّ ثلاثة رفوف في شهر.',
  },
  {
    ...{ on: diverse, at: '2015-10-21T11:30:00Z', by: ['Best Essay Help', 'promo@essays.example', 'en'] },
    ...{ decided: 'spam' },
    text: 'Great post! Students, buy cheap essay online, 100% original, best price. https://essays.example/cheap https://essays.example/order https://essays.example/discount',
  },
  {
    ...{ on: copyright, at: '2015-10-26T14:10:00Z', by: ['Ifeoma N.', 'ifeoma@example.com', 'en'] },
    ...{ as: 'ifeoma', follows: true, decided: 'shown' },
    text: 'The question we hear most is about past exam papers. Everyone has copied them since the library opened, and nobody knows who owns them. We wrote to the examination board in August. Has anybody ever got an answer to such a letter?',
  },
  {
    ...{ on: copyright, at: '2015-10-26T19:33:00Z', by: ['Hanna Lindholm', 'hanna@example.com', 'en'] },
    ...{ as: 'hanna', answers: 'ifeoma', decided: 'shown' },
    text: 'Once, after eleven months. It said “please do”. We framed it.',
  },
  {
    ...{ on: copyright, at: '2015-10-27T09:15:00Z', by: ['Ifeoma N.', 'ifeoma@example.com', 'en'] },
    ...{ answers: 'hanna' },
    text: 'Then there is hope. I will write again, on better paper.',
  },
  {
    ...{ on: copyright, at: '2015-10-28T16:44:00Z', by: ['Diego Salinas', 'diego@example.com', 'es'] },
    ...{ decided: 'shown' },
    text: 'Para explicar Creative Commons a los docentes uso una receta de cocina: la puedes copiar, la puedes cambiar, y en el recetario nuevo pones de quién la aprendiste. Quien quiera la hoja, está en https://recetas-cc.example/docentes',
  },
  {
    ...{ on: copyright, at: '2015-11-02T07:20:00Z', by: ['Wanjiru K.', 'wanjiru@example.com', 'en'] },
    ...{ decided: 'removed' },
    text: 'Where do I apply for the next round? I asked on the other page as well.',
  },
  {
    ...{ on: copyright, at: '2016-02-19T12:05:00Z', by: ['Ifeoma N.', 'ifeoma@example.com', 'en'] },
    ...{ as: 'ifeoma3' },
    text: 'They answered. It took a change of director and a second letter, and it says yes, with the year and the name of the board on each copy. I have put the letter where the next librarian will find it.',
  },
  {
    ...{ on: copyright, at: '2016-02-20T08:10:00Z', by: ['Samir Boukhris', 'samir@example.com', 'en'] },
    ...{ answers: 'ifeoma3', follows: true },
    text: 'Congratulations! Would you share the wording of your letter? We have the same shelf of exam papers, and the same doubts.',
  },
  {
    ...{ on: diverse, at: '2016-02-20T22:51:00Z', by: ['Rosa Quilla', 'rosa@example.com', 'es'] },
    text: 'Aquí faltan los que leen con los oídos. Desde enero grabamos los periódicos de la semana en quechua y los pasamos en la radio comunitaria. No sé si eso cuenta como biblioteca, pero la gente nos llama «la biblioteca».',
  },
  {
    ...{ on: diverse, at: '2016-02-21T05:14:00Z', by: ['essay writer', 'writer@essays.example', 'en'] },
    text: 'Nice article. Buy cheap essay, best price for students, order online: https://essays.example/order',
  },
  {
    ...{ on: copyright, at: '2016-02-21T16:27:00Z', by: ['Yuki Mori', 'yuki@example.com', 'en'] },
    text: 'Is “hardly two of them say the same thing” still true after the treaty on books for blind readers? I would like to use the sentence in a lecture and cite it correctly.',
  },
]
