import { describe, expect, test } from 'vitest'
import { ownText, type Phrases, readReply } from './reply.ts'

const phrases: Phrases = {
  answers: { yes: ['yes', 'sí', 'نعم'], 'not-yet': ['not yet', 'todavía no', 'ليس بعد'], help: ['help'] },
  polite: ['hello', 'thanks', 'gracias', 'شكرا'],
  closing: ['regards', 'saludos', 'مع التحية', 'sent from'],
}
const read = (text: string) => {
  const reply = readReply(text, 'Fay Okafor-Lindqvist', phrases)
  return reply && (reply.answer === 'words' ? reply.words : reply.answer)
}

describe('what somebody wrote themselves', () => {
  const said = 'Yes'
  test.each([
    ['nothing else', said],
    ['Gmail', `${said}\n\nOn Fri, Mar 4, 2016 at 9:03 AM ILN <mail@network.example> wrote:\n\n> Have you`],
    [
      'Gmail, in two lines',
      `${said}\n\nOn Fri, Mar 4, 2016 at 9:03 AM International Librarians Network <\nmail+r.abc@network.example> wrote:\n\n> Have you`,
    ],
    [
      'Gmail in Spanish',
      `${said}\n\nEl vie, 4 mar 2016 a las 9:03, ILN (<mail@network.example>) escribió:\n\n> ¿`,
    ],
    [
      'Gmail in Arabic',
      `${said}\n\nفي الجمعة، 4 مارس 2016 في 9:03 ص تمت كتابة ما يلي بواسطة \u202AILN\u202C‏ <\u202Amail@network.example\u202C‏>:\n\n> هل`,
    ],
    ['Gmail in Japanese', `${said}\n\n2016年3月4日(金) 9:03 ILN <mail@network.example>:\n\n> Have`],
    ['Gmail in Chinese', `${said}\n\nILN <mail@network.example> 于2016年3月4日周五 09:03写道：\n\n> Have`],
    [
      'Outlook',
      `${said}\n\n________________________________\nFrom: ILN <mail@network.example>\nSent: Friday`,
    ],
    ['Outlook without a rule', `${said}\n\nFrom: ILN <mail@network.example>\nSent: Friday, 4 March`],
    ['Outlook in Spanish', `${said}\n\nDe: ILN <mail@network.example>\nEnviado el: viernes`],
    ['Outlook in Arabic', `${said}\n\nمن: ILN <mail@network.example>\nتاريخ الإرسال: الجمعة`],
    ['Outlook in German', `${said}\r\n\r\nVon: ILN <mail@network.example>\r\nGesendet: Freitag`],
    ['an older Outlook', `${said}\n\n-----Original Message-----\nHave you heard`],
    ['Apple Mail', `${said}\n\n> On 4 Mar 2016, at 09:03, ILN <mail@network.example> wrote:\n> \n> Have you`],
    ['Thunderbird', `${said}\n\nAm 04.03.16 um 09:03 schrieb ILN (mail@network.example):\n> Have you`],
    ['a signature', `${said}\n-- \nFay Okafor\nLibrarian, since 2016:`],
    ['below what it answers', `On Fri, Mar 4, 2016, ILN wrote:\n> Have you heard\n> from Gil?\n\n${said}\n`],
  ])('%s', (_program, text) => {
    expect(ownText(text)).toBe(said)
  })

  test('a colon in a sentence quotes nothing', () => {
    expect(ownText('Two things:\nhe is ill, and I am away.')).toBe('Two things:\nhe is ill, and I am away.')
  })
})

describe('what it says', () => {
  test.each([
    ['Yes', 'yes'],
    ['YES!!', 'yes'],
    ['¡Sí!', 'yes'],
    ['si', 'yes'],
    ['نَعَم', 'yes'],
    ['Hello,\n\nYes, thanks.', 'yes'],
    ['Sí, gracias\n\nFay', 'yes'],
    ['نعم، شكرًا\nمع التحية\nفاي', 'yes'],
    ['yes\n\nFay Okafor-Lindqvist\nHead of Cataloguing\nLagos', 'yes'],
    ['Yes\n\nSent from my iPhone', 'yes'],
    ['Not yet…', 'not-yet'],
    ['Todavía no', 'not-yet'],
    ['ليس بعد', 'not-yet'],
    ['help', 'help'],
  ])('%j is an answer', (text, answer) => {
    expect(read(text)).toBe(answer)
  })

  test.each([
    'Yes, but he never answers',
    'Yes\nBut he never answers',
    'Yes, thanks.\n\nOne thing: my address changes.',
    'Yes? No.',
    'Not yes',
    'Yesterday',
    'no help',
    '👍',
    'Please stop writing to me',
  ])('%j is for a person to read, whole', (text) => {
    expect(read(text)).toBe(text)
  })

  test('nothing of their own is no answer', () => {
    expect(read('> Yes\n> Not yet')).toBe(null)
    expect(read('\n\n')).toBe(null)
  })
})
