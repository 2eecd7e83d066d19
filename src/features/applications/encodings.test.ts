import { describe, expect, test } from 'vitest'
import { encoded } from '../../../test/encoded.ts'
import { drawFrom } from '../../matching/draw.ts'
import { type Encoding, guessEncoding } from './encodings.ts'

/** Names of people and places, as they stand in files from programs of the place. */
const written: readonly (readonly [Encoding, string])[] = [
  ['windows-1252', 'Núñez Muñoz García Martínez José Peña Ibáñez España Gutiérrez Sofía México Begoña'],
  ['windows-1252', 'Léa Nîmes Hélène Étienne François Béatrice Québec Orléans Forêt Benoît Noël Crème'],
  ['windows-1252', 'João Conceição Simões Araújo Gonçalves Magalhães Brasília Inês Guimarães Fundação'],
  ['windows-1252', 'Müller Köln Größe Jäger Österreich Schäfer Groß Jürgen Zürich Universität'],
  ['windows-1252', 'Sørensen Håkon Tromsø Ærø Bjørn Åse Øyvind Malmö Jönsson Göteborg Jørgensen'],
  ['windows-1252', 'Niccolò Università Forlì perché Città Nicolò Pietà Cefalù'],
  ['windows-1250', 'Wójcik Wiśniewska Zieliński Woźniak Łukasz Józef Małgorzata Kraków Łódź Gałązka'],
  ['windows-1250', 'Dvořák Černý Novák Jiří Růžička Němec Procházka Božena Plzeň Kučera Ondřej Kříž'],
  ['windows-1250', 'Szabó Kovács Tóth Erdős Győr Kőszeg Sándor Hegedűs László Zoltán Gergő Fűzfői'],
  ['windows-1250', 'Ionescu Ştefan Constanţa Brăila Braşov Mihăilescu România Ţepeş Iaşi Călin'],
  ['windows-1250', 'Ivić Šimić Đurić Čakovec Županić Marković Željko Požega Krešimir Božić'],
  ['macintosh', 'Núñez Muñoz García Martínez José Peña Ibáñez España Gutiérrez México'],
  ['macintosh', 'Léa Nîmes Hélène Étienne François Béatrice Québec Orléans Forêt Benoît Noël'],
  ['macintosh', 'Müller Köln Größe Jäger Österreich Schäfer Groß Jürgen Zürich'],
  ['shift_jis', '田中 花子 図書館 東京都 日本 国立国会図書館 山田 タロウ さくら 佐藤 鈴木 大阪市'],
  ['euc-jp', '田中 花子 図書館 東京都 日本 国立国会図書館 山田 タロウ さくら 佐藤 鈴木 大阪市'],
  ['gb18030', '王伟 北京 中国 国家图书馆 李娜 上海 张敏 广州 清华大学'],
  ['big5', '王偉 台北 台灣 國家圖書館 陳美玲 高雄 林志明'],
  ['euc-kr', '김철수 서울 대한민국 도서관 박영희 부산 이민호'],
  ['windows-1251', 'Иван Петров Москва библиотека Ольга Смирнова Россия Киев Сергей'],
  ['koi8-r', 'Иван Петров Москва библиотека Ольга Смирнова Россия Сергей'],
  ['windows-1253', 'Γιώργος Αθήνα βιβλιοθήκη Μαρία Παπαδοπούλου Ελλάδα'],
  ['windows-1254', 'Şükrü Ayşe İstanbul Türkiye Işık Doğan Çağlar Özgür Yıldız Gülşen'],
  ['windows-1255', 'דוד ירושלים ספרייה ישראל שרה כהן'],
  ['windows-1256', 'محمد القاهرة مصر مكتبة أحمد علي فاطمة السعودية'],
]

/** A file that holds so many of the words in much English. */
function fileOf(words: string, count: number, seed: number): string {
  const draw = drawFrom(seed)
  const all = words.split(' ')
  return Array.from({ length: count }, () => `${all[draw(all.length)]},City Library,Librarian`).join('\n')
}

const readsAs = (bytes: Buffer, encoding: Encoding) => new TextDecoder(encoding).decode(bytes)

test.each(written)('%s is never taken for another without asking: %s', (encoding, words) => {
  for (const count of [1, 2, 4, 8, 16, 40])
    for (let seed = 0; seed < 5; seed++) {
      const text = fileOf(words, count, seed)
      const bytes = encoded(text, encoding)

      const guess = guessEncoding(bytes)

      if (guess.isUncertain) continue
      expect([guess.encoding, readsAs(bytes, guess.encoding)]).toEqual([guess.encoding, text])
    }
})

describe('a round’s worth of names is known without asking', () => {
  const known = written.filter(
    ([encoding, words]) => encoding !== 'windows-1254' && !/Erdős|Forlì/.test(words),
  )

  test.each(known)('%s: %s', (encoding, words) => {
    const text = fileOf(words, 100, 1)
    const bytes = encoded(text, encoding)

    const guess = guessEncoding(bytes)

    expect([readsAs(bytes, guess.encoding), guess.isUncertain]).toEqual([text, false])
  })
})

test('what may be one or the other is shown as both', () => {
  const { isUncertain, readings } = guessEncoding(encoded('Erdős,Gergő\nKőszeg,Győr', 'windows-1250'))

  expect(isUncertain).toBe(true)
  expect(readings).toContainEqual({ encoding: 'windows-1250', text: 'Erdős, Gergő, Kőszeg, Győr' })
  expect(readings).toContainEqual({ encoding: 'windows-1252', text: 'Erdõs, Gergõ, Kõszeg, Gyõr' })
})

test('what reads like no language in any encoding is asked about', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, at) => 32 + ((at * 7919 + at * at * 31) % 224))

  expect(guessEncoding(noise).isUncertain).toBe(true)
})

test('one broken letter makes no other encoding of UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Núñez,Muñoz\nGarcía,Peña\n'), Buffer.from([0xc3, 0x2c])])

  expect(guessEncoding(bytes)).toMatchObject({ encoding: 'utf-8', isUncertain: false })
})
