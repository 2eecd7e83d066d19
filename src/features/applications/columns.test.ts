import { expect, test } from 'vitest'
import { applicationFields, doubledFields, guessColumns, headerKey, missingFields } from './columns.ts'
import { realTable } from './real-file.ts'

test('each column of the real files is known by its name', async () => {
  const { columns } = await realTable('applications')
  const former = await realTable('former-pairings')

  expect(columns).toEqual(applicationFields.filter((field) => field !== 'fullName' && field !== 'takesTwo'))
  expect(former.columns).toEqual(['round', 'first', 'second'])
  expect([
    ...missingFields('applications', columns),
    ...missingFields('former-pairings', former.columns),
  ]).toEqual([])
})

test.each([
  [
    'Spanish',
    [
      'Marca temporal',
      'Correo electrónico',
      'Nombre',
      'Apellidos',
      'País',
      'Zona horaria',
      'Idiomas',
      'Sobre ti',
    ],
  ],
  [
    'French',
    [
      'Horodateur',
      'Adresse e-mail',
      'Prénom',
      'Nom de famille',
      'Pays',
      'Fuseau horaire',
      'Langues',
      'À propos de vous',
    ],
  ],
  [
    'Portuguese',
    [
      'Carimbo de data/hora',
      'Endereço de e-mail',
      'Nome',
      'Sobrenome',
      'País',
      'Fuso horário',
      'Idiomas',
      'Sobre você',
    ],
  ],
  ['Chinese', ['时间戳记', '电子邮件地址', '名', '姓', '国家/地区', '时区', '语言', '自我介绍']],
])('a form in %s is understood', (_, header) => {
  const columns = guessColumns('applications', header)

  expect(columns).toEqual([
    'submittedAt',
    'email',
    'givenName',
    'familyName',
    'country',
    'zone',
    'languages',
    'about',
  ])
})

test.each([
  [
    ['Nom', 'Prénom'],
    ['familyName', 'givenName'],
  ],
  [['Nom'], ['fullName']],
  [['Nom et prénom'], ['fullName']],
  [['Nombre y apellidos'], ['fullName']],
  [['Nome e sobrenome'], ['fullName']],
  [
    ['Nome', 'Sobrenome'],
    ['givenName', 'familyName'],
  ],
])('names in %j are %j', (header, fields) => {
  expect(guessColumns('applications', header)).toEqual(fields)
})

test('about oneself is known by its beginning, and not in another word', () => {
  const header = ['Cuéntenos algo sobre usted y su trabajo', 'Sobre tipos de letra']

  expect(guessColumns('applications', header)).toEqual(['about', null])
})

test('what was said before about a name goes before the guess', () => {
  const header = ['Timestamp', 'Email', 'Second email', 'Name', 'Country']
  const choices = new Map([
    [headerKey('Email'), null],
    [headerKey('second email'), 'email' as const],
  ])

  const columns = guessColumns('applications', header, choices)

  expect(columns).toEqual(['submittedAt', null, 'email', 'fullName', 'country'])
})

test('a whole name does instead of two parts; nothing does instead of an address', () => {
  const columns = guessColumns('applications', ['Timestamp', 'Name', 'Country'])

  expect(missingFields('applications', columns)).toEqual(['email'])
})

test('two columns cannot be one field', () => {
  expect(doubledFields(['email', null, 'email', null, 'country'])).toEqual(['email'])
})
