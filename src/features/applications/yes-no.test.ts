import { describe, expect, test } from 'vitest'
import { realTable } from './real-file.ts'
import { yesOf } from './yes-no.ts'

const yes: Record<string, string[]> = {
  en: [
    ...['Yes', 'yes.', 'YES!', 'Y', 'TRUE', '1', 'OK', 'Of course', 'Sure, thank you', 'Yes, please'],
    ...['I accept', 'I agree', 'Yes, I agree', 'I accept it', 'I agree to the code of conduct', 'Agreed'],
    ...['I have read and accept the code of conduct', 'I have read it and I accept it', '✓', '☑'],
    ...['You may', 'Yes, you may', 'You may share it', 'That’s fine', 'Please do'],
  ],
  es: [
    ...['Sí', 'si', 'Sí, claro', 'Por supuesto', 'De acuerdo', 'Acepto', 'Sí, acepto', 'VERDADERO'],
    ...['He leído y acepto el código de conducta', 'Estoy de acuerdo', 'Pueden compartirla, gracias'],
  ],
  fr: [
    'Oui',
    'Bien sûr',
    'D’accord',
    "J'accepte",
    'Oui, j’accepte le code de conduite',
    'J’ai lu et j’accepte',
    'VRAI',
  ],
  pt: ['Sim', 'Sim, claro', 'Aceito', 'Concordo', 'Li e aceito o código de conduta', 'Com certeza', 'Pode'],
  ar: [
    'نعم',
    'نَعَم',
    'نعم، أوافق',
    'أوافق',
    'موافقة',
    'موافق',
    'أقبل',
    'نعم بالطبع',
    'قرأت وأوافق على مدونة السلوك',
    'لا مانع',
  ],
  zh: ['是', '是的', '是的，我同意', '同意！', '我已阅读并同意行为准则', '可以，谢谢', '好的', '没问题'],
  de: ['Ja', 'ja gerne', 'Einverstanden', 'WAHR'],
}

const no: Record<string, string[]> = {
  en: [
    ...['', '  ', 'No', 'no.', 'N', 'FALSE', '0', 'No, thank you', 'Never', 'Not at all'],
    ...['No, please use a contact address', 'I do not accept', 'I don’t agree', 'No, I do not agree with it'],
    ...[
      'I have read it but do not agree',
      'I do not want that',
      'You may not',
      'I’d rather not',
      'Please don’t',
    ],
    ...['I decline', 'I disagree', 'Prefer not to', 'Please do not share it'],
  ],
  es: [
    ...['No', 'No, gracias', 'No acepto', 'No estoy de acuerdo', 'Prefiero que no', 'Claro que no', 'FALSO'],
    ...['No acepto el código de conducta', 'No quiero eso', 'Lo he leído pero no estoy de acuerdo'],
  ],
  fr: [
    'Non',
    'Non merci',
    'Je n’accepte pas',
    'Je ne suis pas d’accord',
    'Pas d’accord',
    'Je refuse',
    'FAUX',
    'Surtout pas',
  ],
  pt: [
    'Não',
    'Não, obrigada',
    'Não aceito',
    'Não concordo',
    'Não quero',
    'Prefiro que não',
    'Claro que não',
    'Li, mas não concordo',
  ],
  ar: [
    'لا',
    'كلا',
    'لا أوافق',
    'لا، شكرًا',
    'غير موافق',
    'لا أقبل',
    'لا أريد ذلك',
    'أرفض',
    'لا يمكنكم ذلك',
    'قرأت ولا أوافق',
  ],
  zh: ['否', '不', '不同意', '不，谢谢', '我不接受', '请不要分享', '已阅读，但不同意', '不愿意'],
  de: ['Nein', 'nein danke', 'Nicht einverstanden', 'FALSCH'],
}

/** What begins like a yes or a no, or only speaks of one. */
const neither: Record<string, string[]> = {
  en: [
    ...[
      'I have read it',
      'I accept nothing',
      'Yes and no',
      'Yes, but not by e-mail',
      'yes if I must',
      'perhaps',
      'maybe',
    ],
    ...[
      'I do wonder',
      'I have questions',
      'I accept most of it',
      'I agree with parts',
      'not sure',
      'y/n',
      '-',
      '?',
      'x',
    ],
    ...[
      'No problem',
      'no objection',
      'No preference',
      'Not yet',
      'n/a',
      'none',
      'Yesterday',
      'Nobody told me',
      '11',
      '2',
    ],
    ...['I do not mind', 'I do not accept payment but agree', 'You may not want it, but yes', 'yes no', '✗'],
  ],
  es: [
    'Sí, pero no por correo',
    'Si no hay otra forma',
    'Claro que depende',
    'No sé',
    'No hay problema',
    'Acepto en parte',
    'Nosotros sí',
  ],
  zh: ['可以，但不要用邮箱', '看情况', '不确定', '没意见', '同意一部分', '我已阅读', '是或否', '不一定'],
  fr: [
    'Oui mais non',
    'Oui, sauf le samedi',
    'Je ne sais pas',
    'Non pas encore',
    'J’ai lu',
    'Pas de problème',
    'Ouistiti',
  ],
  pt: ['Sim, mas não por e-mail', 'Não sei', 'Não há problema', 'Aceito em parte', 'Talvez', 'Li'],
  ar: ['ربما', 'نعم ولكن ليس بالبريد', 'لا أعرف', 'لا مشكلة', 'قرأت', 'لاحقا', 'نعم ولا'],
  de: ['Jein', 'Ja, aber', 'Nein oder doch', 'Januar', 'Weiß nicht'],
}

const cases = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([locale, answers]) => answers.map((answer) => [locale, answer] as const))

describe('yes and no are read by whole answers', () => {
  test.each(cases(yes))('%s: “%s” is a yes', (_, answer) => {
    expect(yesOf(answer)).toBe(true)
  })

  test.each(cases(no))('%s: “%s” is a no', (_, answer) => {
    expect(yesOf(answer)).toBe(false)
  })

  test.each(cases(neither))('%s: “%s” is a question', (_, answer) => {
    expect(yesOf(answer)).toBe(null)
  })

  test('a yes with something added is no yes any more', () => {
    for (const [, answer] of cases(yes))
      for (const more of ['but', 'not', 'no', 'except Sundays', 'pero', 'mais', 'mas', 'لكن', 'only', 'if'])
        expect([answer, more, yesOf(`${answer} ${more}`)]).not.toEqual([answer, more, true])
  })
})

test('in the real file every answer about the code and the address is understood', async () => {
  const { columns, rows } = await realTable('applications')
  const answers = (['acceptsCode', 'sharesEmail'] as const).flatMap((field) =>
    rows.map(({ cells }) => cells[columns.indexOf(field)] ?? ''),
  )

  expect(new Set(answers)).toEqual(new Set(['Yes', '', 'No, please use a contact address']))
  expect(answers.filter((answer) => yesOf(answer) === null)).toEqual([])
})
