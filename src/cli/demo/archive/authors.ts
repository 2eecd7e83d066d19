import type { Actor } from '../../../features/people/index.ts'
import { changeAuthor } from '../../../features/posts/actions/printing.ts'
import type { App } from '../../../platform/app.ts'

/** Who signs the posts of the demonstration: invented people, where they write from, and what is printed of them. */
const demoAuthors: readonly [name: string, country: string, about: string][] = [
  [
    'Anjali Deshmukh',
    'IN',
    'Anjali runs the library of a teaching hospital and answers its doctors before their next patient.',
  ],
  ['Aroha Tamihana', 'NZ', 'Aroha works in a public library and paints its signs herself.'],
  ['Étienne Lacasse', 'CA', 'Étienne teaches and listens in the library of a university in Québec.'],
  ['Ewa Zielonka', 'PL', 'Ewa looks after readers, and now and then a joiner, in a faculty library.'],
  [
    'Hamish Rutherglen',
    'NZ',
    'Hamish is the children’s librarian of a town with nine thousand people and one set of traffic lights.',
  ],
  ['Hanna Lindholm', 'FI', 'Hanna is half of a town archive. She sings in a choir.'],
  [
    'Heather Quinn',
    'AU',
    'Heather buys books in languages she cannot read, with the help of people who can.',
  ],
  ['Ines Duarte', 'PT', 'Ines is the only librarian of an association of engineers.'],
  [
    'Kwame Adjei-Boateng',
    'GH',
    'Kwame writes topics for the network. He works in a college library near the sea.',
  ],
  ['Lucía Paredes', 'PE', 'Lucía abre y cierra una biblioteca de barrio. Los jueves, tarde.'],
  ['Maren Dahl', 'DK', 'Maren directs the network with two others, in the evenings.'],
  ['Marijke Doornbos', 'NL', 'Marijke is an archivist in the north of the Netherlands, below sea level.'],
  [
    'Mirela Costin',
    'RO',
    'Mirela writes topics for the network. She has worked in three libraries and misses a chair.',
  ],
  [
    'Nélida Arancibia',
    'AR',
    'Nélida preside una biblioteca popular desde hace diecinueve años y sabe dónde está la caja.',
  ],
  ['Nino Lomtatidze', 'PT', 'Nino catalogued for twelve years in Georgia and now does in Portugal.'],
  ['Odalys Fuentes', 'CU', ''],
  ['Pipaluk Holm', 'GL', 'Pipaluk was born, went to school and works within sight of the same harbour.'],
  ['Rim Belhassen', 'TN', 'تدير ريم مكتبة عمومية في بلدة ساحلية، وتحتفظ بدفتر لا تُجمع أرقامه.'],
  [
    'Sina Leavasa',
    'WS',
    'Sina teaches the fourth year in the morning and is the school’s librarian in the afternoon.',
  ],
  ['Sipho Mabizela', 'ZA', 'Sipho runs two small libraries inside a prison.'],
  ['Tendai Moyo', 'ZA', 'Tendai is a law librarian at a university, and writes short letters to ministries.'],
  [
    'Tomás Herrera',
    'CO',
    'Tomás edits the posts of the network, and began in a library that had been eaten.',
  ],
  ['Vasudha Kelkar', 'IN', 'Vasudha keeps a reading room on a railway platform.'],
  ['Wanjiru Kimani', 'KE', 'Wanjiru drives with a library to tea factories and schools.'],
]

/** Says of those who have signed a post where they write from, and something about them. */
export async function introduceAuthors(app: App, editor: Actor): Promise<void> {
  const signed = await app.db.selectFrom('author').select(['id', 'name']).execute()
  for (const [name, country, about] of demoAuthors) {
    const author = signed.find((one) => one.name === name)
    if (author)
      await changeAuthor(app, editor, author.id, { name, familyName: '', country, about, orcid: null })
  }
}
