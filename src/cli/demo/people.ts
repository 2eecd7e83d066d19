import type { Role } from '../../features/people/index.ts'
import type { Locale } from '../../platform/words.ts'

export type DemoPerson = {
  name: string
  email: string
  role: Role | null
  country: string | null
  locale: Locale
  zone: string
}

/** One invented person for each role. */
export const demoPeople: DemoPerson[] = [
  {
    name: 'Maren Dahl',
    email: 'director@ilnetwork.example',
    role: 'director',
    country: null,
    locale: 'en',
    zone: 'Europe/Copenhagen',
  },
  {
    name: 'Ruth Bellamy',
    email: 'coordinator@ilnetwork.example',
    role: 'coordinator',
    country: null,
    locale: 'en',
    zone: 'Australia/Sydney',
  },
  {
    name: 'Tomás Herrera',
    email: 'editor@ilnetwork.example',
    role: 'editor',
    country: null,
    locale: 'es',
    zone: 'America/Bogota',
  },
  {
    name: 'Salma Nasser',
    email: 'ambassador@ilnetwork.example',
    role: 'ambassador',
    country: 'EG',
    locale: 'ar',
    zone: 'Africa/Cairo',
  },
  {
    name: 'Ngozi Eze',
    email: 'member@ilnetwork.example',
    role: null,
    country: null,
    locale: 'en',
    zone: 'Africa/Lagos',
  },
]
