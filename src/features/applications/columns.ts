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
export type Field = (typeof applicationFields)[number] | (typeof formerFields)[number]

export const fieldsOf = (kind: FileKind): readonly Field[] =>
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
 * Takes the columns of a header for fields by their names. What was said before about a name comes first; then the
 * best fitting column of each field.
 */
export function guessColumns(
  kind: FileKind,
  header: readonly string[],
  choices: ColumnChoices = new Map(),
): Columns {
  const keys = header.map(headerKey)
  const columns = keys.map((key) => choices.get(key) ?? null)
  for (const [field, patterns] of kind === 'applications' ? applicationNames : formerNames) {
    if (columns.includes(field)) continue
    const at = firstFitting(patterns, keys, (i) => columns[i] === null && !choices.has(keys[i] ?? ''))
    if (at !== null) columns[at] = field
  }
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
      /submitted|submission|time ?stamp|marca temporal|horodat|date de soumission|fecha de envio/,
      /^(date|fecha|date heure)$/,
    ],
  ],
  ['acceptsCode', [/code of conduct|codigo de conducta|code de conduite/, /^(i )?(accept|agree)/]],
  [
    'sharesEmail',
    [
      /(give|share|pass on).*(e ?mail|address)/,
      /(compartir|partager|communiquer).*(correo|e ?mail|adresse|courriel)/,
    ],
  ],
  ['takesTwo', [/(two|second|more than one) partners?/, /take two|dos companer|deux partenaires/]],
  [
    'wishSector',
    [/(partner|companer|partenaire).*(sector|type of library|tipo de biblioteca|secteur)/, /^wish.*sector/],
  ],
  ['wishStage', [/(partner|companer|partenaire).*(stage|career|etapa|carriere)/, /^wish.*stage/]],
  [
    'wishInterests',
    [/(partner|companer|partenaire).*(whose interests|interests are|intereses|interets)/, /^wish.*interest/],
  ],
  [
    'wishNote',
    [
      /anything else.*partner/,
      /(partner|companer|partenaire).*(hope|wish|looking for|esper|souhait)/,
      /^wish(es)?$/,
    ],
  ],
  [
    'about',
    [
      /about yourself|sobre (ti|usted)|a propos de vous|presentez vous/,
      /^(about|bio|biography|biografia|about me)$/,
    ],
  ],
  [
    'links',
    [
      /twitter|linkedin|social media (profile|account)|redes sociales|reseaux sociaux/,
      /^(links?|blog|website)$/,
    ],
  ],
  [
    'email',
    [
      /^(e ?mail|e ?mail address|correo|correo electronico|adresse e ?mail|courriel|username)$/,
      /e ?mail|correo|courriel/,
    ],
  ],
  [
    'givenName',
    [/^(first|given) names?$|^(nombre|prenom|forename)s?$/, /first name|given name|nombre de pila|prenom/],
  ],
  [
    'familyName',
    [
      /^(family|last) names?$|^(surname|apellido|nom de famille)s?$/,
      /family name|last name|surname|apellido|nom de famille/,
    ],
  ],
  ['fullName', [/^(full |your )?name$|^nom( complet)?$|^nombre (completo|y apellidos?)$/]],
  ['zone', [/time ?zone|zona horaria|huso horario|fuseau/]],
  [
    'sector',
    [
      /(type|kind) of (library|organi)|tipo de (biblioteca|organizacion)|type de bibliotheque/,
      /^(sector|secteur)$/,
    ],
  ],
  [
    'stage',
    [
      /career stage|stage of (your )?career|etapa (profesional|de (tu|su) carrera)|etape de (votre )?carriere/,
    ],
  ],
  [
    'interests',
    [/areas? of interest|areas de interes|centres d ?interet/, /^(interests?|intereses|interets)$/],
  ],
  ['languages', [/languages?|idiomas?|lenguas|langues?/]],
  ['country', [/^(country|pais|pays)/, /country|pais|pays/]],
  [
    'workplace',
    [
      /^(workplace|employer|organi[sz]ation|institution|lugar de trabajo|institucion|etablissement)/,
      /place of work|where (do )?you work|workplace|lieu de travail/,
    ],
  ],
  ['jobTitle', [/job title|position|^(job|role|title)$|puesto|cargo|poste|fonction/]],
  [
    'formerRounds',
    [
      /(rounds?|rondas|cycles?).*(part|before|previous|anteriores)/,
      /previous rounds?|taken part|participated before/,
    ],
  ],
  [
    'heardFrom',
    [/hear(d)? (about|of) us|how did you (hear|find)|como (nos conociste|supo)|comment avez vous/],
  ],
]

const formerNames: readonly (readonly [Field, readonly RegExp[]])[] = [
  ['round', [/^(round|ronda|cycle|code)/]],
  [
    'first',
    [
      /(partner|participant|person|e ?mail|address|companer\w*|partenaire) ?(a|1|one)$/,
      /^(partner|e ?mail|person)/,
    ],
  ],
  [
    'second',
    [
      /(partner|participant|person|e ?mail|address|companer\w*|partenaire) ?(b|2|two)$/,
      /partner|e ?mail|person/,
    ],
  ],
]

/** How a file that was imported was read. */
export type StoredColumns = { header: string[]; fields: (Field | null)[]; dateOrder: DateOrder }
