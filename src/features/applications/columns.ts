import { fold } from './fold.ts'
import type { DateOrder } from './timestamps.ts'

export const applicationFields = [
  'submittedAt',
  'email',
  'givenName',
  'familyName',
  'fullName',
  'country',
  'zone',
  'workplace',
  'jobTitle',
  'sector',
  'stage',
  'interests',
  'languages',
  'about',
  'links',
  'wishSector',
  'wishStage',
  'wishInterests',
  'wishNote',
  'formerRounds',
  'heardFrom',
  'acceptsCode',
  'sharesEmail',
  'takesTwo',
] as const
export const formerFields = ['round', 'first', 'second'] as const

export const fileKinds = ['applications', 'former-pairings'] as const
export type FileKind = (typeof fileKinds)[number]
type PlainField = (typeof applicationFields)[number] | (typeof formerFields)[number]
/** A question that the round asks itself, by its lineage. */
export type OwnField = `own:${string}`
export type Field = PlainField | OwnField

export const isOwn = (field: Field): field is OwnField => field.startsWith('own:')

export const fieldsOf = (kind: FileKind): readonly PlainField[] =>
  kind === 'applications' ? applicationFields : formerFields

/** What each column of a header is taken for, in the order of the columns; null for one that is left out. */
export type Columns = readonly (Field | null)[]

/** A column's name as it is remembered. */
export const headerKey = (header: string) => fold(header)

/** What someone said before a column of this name means, by `headerKey`; null to leave it out. */
export type ColumnChoices = ReadonlyMap<string, Field | null>

/** The fields without which no row can be read; a whole name does instead of a given and a family name. */
export function missingFields(kind: FileKind, columns: Columns): Field[] {
  const has = (field: Field) => columns.includes(field)
  if (kind === 'former-pairings') return formerFields.filter((field) => !has(field))
  const needed = applicationFields.filter((field) => needs.has(field) && !has(field))
  return needed.filter((field) => !(field === 'givenName' && has('fullName')))
}

const needs: ReadonlySet<Field> = new Set<Field>(['submittedAt', 'email', 'givenName', 'country'])

/** Fields that two columns were taken for; one of them has to be left out. */
export const doubledFields = (columns: Columns): Field[] => [
  ...new Set(columns.filter((field, at): field is Field => field !== null && columns.indexOf(field) !== at)),
]

/**
 * Takes the columns of a header for fields by their names. What was said before about a name comes first; then questions of the
 * round itself; then the best fitting column of each field.
 *
 * @param own the names of columns that answer such questions
 */
export function guessColumns(
  kind: FileKind,
  header: readonly string[],
  choices: ColumnChoices = new Map(),
  own: ReadonlyMap<string, OwnField> = new Map(),
): Columns {
  const keys = header.map(headerKey)
  const columns = keys.map((key) => (choices.has(key) ? (choices.get(key) ?? null) : (own.get(key) ?? null)))
  for (const [field, patterns] of kind === 'applications' ? applicationNames : formerNames) {
    if (columns.includes(field)) continue
    const at = firstFitting(patterns, keys, (i) => columns[i] === null && !choices.has(keys[i] ?? ''))
    if (at !== null) columns[at] = field
  }
  const surname = keys.indexOf('nom')
  const isSurname = columns.includes('givenName') && !columns.includes('familyName') && !choices.has('nom')
  // A French “Nom” is a whole name where it stands alone.
  if (columns[surname] === 'fullName' && isSurname) columns[surname] = 'familyName'
  return columns
}

/** Columns that are left out though by their names they are what another column was taken for. */
export function unusedTwins(
  kind: FileKind,
  header: readonly string[],
  columns: Columns,
): { name: string; field: Field }[] {
  return header.flatMap((name, at) => {
    const [field] = columns[at] === null ? guessColumns(kind, [name]) : []
    return field && columns.includes(field) ? [{ name, field }] : []
  })
}

function firstFitting(
  patterns: readonly RegExp[],
  keys: readonly string[],
  isFree: (at: number) => boolean,
): number | null {
  for (const pattern of patterns) {
    const at = keys.findIndex((key, i) => isFree(i) && pattern.test(key))
    if (at >= 0) return at
  }
  return null
}

/** Narrow names before wide ones, and fields with telling names before those that could take theirs. */
const applicationNames: readonly (readonly [Field, readonly RegExp[]])[] = [
  [
    'submittedAt',
    [
      /^timestamp$/,
      /submitted|submission|time ?stamp|marca temporal|horodat|date de soumission|fecha de envio|carimbo de data|data de envio|时间戳|提交时间|填写时间/,
      /^(date|fecha|date heure|data|日期|时间)$/,
    ],
  ],
  [
    'acceptsCode',
    [
      /code of conduct|codigo de conducta|code de conduite|codigo de conduta|行为(准则|守则|规范)/,
      /^(i )?(accept|agree)/,
    ],
  ],
  [
    'sharesEmail',
    [
      /(give|share|pass on).*(e ?mail|address)/,
      /(compartir|partager|communiquer|transmettre|partilhar|compartilhar).*(correo|e ?mail|adresse|courriel|endereco)/,
      /(提供|告知|分享|公开).*(邮箱|邮件|电邮)/,
    ],
  ],
  [
    'takesTwo',
    [
      /(two|second|more than one) partners?/,
      /take two|dos companer|deux (partenaires|collegues|binomes)|(dois|duas) (parceir|colegas)|(两|2) ?(位|个|名)(伙伴|搭档)/,
    ],
  ],
  [
    'wishSector',
    [
      /(partner|companer|partenaire|parceir).*(sector|type of library|tipo de biblioteca|secteur|type de bibliotheque|setor)/,
      /(伙伴|搭档).*(图书馆类型|机构类型)/,
      /^wish.*sector/,
    ],
  ],
  [
    'wishStage',
    [
      /(partner|companer|partenaire|parceir).*(stage|career|etapa|carriere|carreira)/,
      /(伙伴|搭档).*职业/,
      /^wish.*stage/,
    ],
  ],
  [
    'wishInterests',
    [
      /(partner|companer|partenaire|parceir).*(whose interests|interests are|intereses|interets|interesses)/,
      /(伙伴|搭档).*兴趣/,
      /^wish.*interest/,
    ],
  ],
  [
    'wishNote',
    [
      /anything else.*partner/,
      /(partner|companer|partenaire|parceir).*(hope|wish|looking for|esper|souhait|desej)/,
      /(希望|期望|期待).*(伙伴|搭档)|(伙伴|搭档).*(希望|期望|期待)/,
      /^wish(es)?$/,
    ],
  ],
  [
    'about',
    [
      /about yourself|sobre (ti|usted|voce)( |$)|sobre si$|a propos de vous|presentez vous|apresente se|fale (um pouco )?(de|sobre) (si|voce)|自我介绍|关于(您|你)/,
      /^(about|bio|biography|biografia|about me|biographie|简介|个人简介)$/,
    ],
  ],
  [
    'links',
    [
      /twitter|linkedin|social media (profile|account)|redes sociales|reseaux sociaux|redes sociais|社交媒体|微博|微信/,
      /^(links?|blog|website|liens?|site web|链接|网站|博客)$/,
    ],
  ],
  [
    'email',
    [
      /^(e ?mail|e ?mail address|correo|correo electronico|adresse e ?mail|courriel|username|endereco (de )?e ?mail|correio eletronico|电子邮件|电子邮箱|邮箱|电邮)(地址)?$/,
      /e ?mail|correo|courriel|correio ele|邮箱|邮件|电邮/,
    ],
  ],
  // Both names in one come before each.
  ['fullName', [/^(nom et prenom|prenom et nom|nombre y apellidos?|nome e (sobrenome|apelido))s?$/]],
  [
    'givenName',
    [
      /^(first|given) names?$|^(nombre|prenom|forename|nome)s?$|^(名|名字)$/,
      /first name|given name|nombre de pila|prenom|primeiro nome|nome proprio/,
    ],
  ],
  [
    'familyName',
    [
      /^(family|last) names?$|^(surname|apellido|nom de famille|sobrenome|apelido)s?$|^(姓|姓氏)$/,
      /family name|last name|surname|apellido|nom de famille|sobrenome|apelido/,
    ],
  ],
  [
    'fullName',
    [/^(full |your )?name$|^nom( complet)?$|^nombre completo$|^nome completo$|^(姓名|全名|您的姓名)$/],
  ],
  ['zone', [/time ?zone|zona horaria|huso horario|fuseau|fuso horario|时区/]],
  [
    'sector',
    [
      /(type|kind) of (library|organi)|tipo de (biblioteca|organizacion|instituicao)|type (de bibliotheque|d ?etablissement)|图书馆类型|机构类型/,
      /^(sector|secteur|setor)$/,
    ],
  ],
  [
    'stage',
    [
      /career stage|stage of (your )?career|etapa (profesional|de (tu|su) carrera|(da|de) (sua )?carreira)|etape de (votre )?carriere|职业(阶段|生涯)/,
    ],
  ],
  [
    'interests',
    [
      /areas? of interest|areas de interes|centres d ?interet|(关注|兴趣|感兴趣的)领域/,
      /^(interests?|intereses|interets|interesses|兴趣)$/,
    ],
  ],
  ['languages', [/languages?|idiomas?|lenguas|langues?|linguas|语言/]],
  ['country', [/^(country|pais|pays|国家)/, /country|pais|pays|国家/]],
  [
    'workplace',
    [
      /^(workplace|employer|organi[sz]ation|institution|lugar de trabajo|institucion|etablissement|local de trabalho|instituicao|工作单位|单位|机构名称)/,
      /place of work|where (do )?you work|workplace|lieu de travail|onde (voce )?trabalha|在哪里工作/,
    ],
  ],
  ['jobTitle', [/job title|position|^(job|role|title)$|puesto|cargo|poste|fonction|^funcao$|职位|职务|岗位/]],
  [
    'formerRounds',
    [
      /(rounds?|rondas|cycles?|sessions?|rodadas?|edicoes).*(part|before|previous|anteriores)/,
      /(参加|参与)过.*轮/,
      /previous rounds?|taken part|participated before/,
    ],
  ],
  [
    'heardFrom',
    [
      /hear(d)? (about|of) us|how did you (hear|find)|como (nos conociste|supo|(ficou sabendo|soube|conheceu))|comment avez vous|(如何|怎么|从哪里)(得知|知道|了解)/,
    ],
  ],
]

const formerNames: readonly (readonly [Field, readonly RegExp[]])[] = [
  ['round', [/^(round|ronda|cycle|code|session|rodada|edicao|轮次|轮)/]],
  [
    'first',
    [
      /(partner|participant|participante|person|e ?mail|address|companer\w*|partenaire|parceir\w*|伙伴|参与者) ?(a|1|one|甲|一)$/,
      /^(partner|e ?mail|person)/,
    ],
  ],
  [
    'second',
    [
      /(partner|participant|participante|person|e ?mail|address|companer\w*|partenaire|parceir\w*|伙伴|参与者) ?(b|2|two|乙|二)$/,
      /partner|e ?mail|person/,
    ],
  ],
]

/** How a file that was imported was read. */
export type StoredColumns = { header: string[]; fields: (Field | null)[]; dateOrder: DateOrder }
