import type { Role } from '../shared/domain/user.ts'
import type { Language } from '../shared/domain/village.ts'
import type { Account } from './login/issuer.ts'

/** A person of the local run: the login's account, and the roles and areas for the roster table. */
export type SeedUser = Account & {
  roles: readonly Role[]
  areas: readonly string[]
  phone: string
  language?: Language
}

/** Made-up numbers, in a range of their own, to which notices go. */
const phoneOf = (place: number): string => `+856209900${String(place).padStart(4, '0')}`

/** Made-up people: officers of two districts, the province and the country, an admin, a viewer. Lao unreviewed. */
export const seedUsers: readonly SeedUser[] = [
  {
    username: 'admin',
    sub: '00000000-0000-4000-8000-000000000001',
    name: 'Admin',
    description: {
      en: 'keeps rosters and users of the whole country; issues no alerts',
      lo: 'ດູແລບັນຊີບ້ານ ແລະ ຜູ້ໃຊ້ທົ່ວປະເທດ; ອອກຄຳເຕືອນບໍ່ໄດ້',
    },
    roles: ['admin'],
    areas: ['LA'],
    phone: phoneOf(1),
  },
  {
    username: 'admin2',
    sub: '00000000-0000-4000-8000-000000000009',
    name: 'Second admin',
    description: { en: 'confirms what makes somebody an admin', lo: 'ຢືນຢັນເມື່ອມີຄົນຈະເປັນຜູ້ດູແລ' },
    roles: ['admin'],
    areas: ['LA'],
    phone: phoneOf(9),
  },
  {
    username: 'officer.songkhone',
    sub: '00000000-0000-4000-8000-000000000002',
    name: 'Officer of Songkhone',
    description: { en: 'issues alerts in district 1308', lo: 'ອອກຄຳເຕືອນໃນເມືອງ 1308' },
    roles: ['officer'],
    areas: ['1308'],
    phone: phoneOf(2),
  },
  {
    username: 'officer2.songkhone',
    sub: '00000000-0000-4000-8000-000000000003',
    name: 'Second officer of Songkhone',
    description: { en: 'issues alerts in district 1308', lo: 'ອອກຄຳເຕືອນໃນເມືອງ 1308' },
    roles: ['officer'],
    areas: ['1308'],
    phone: phoneOf(3),
  },
  {
    username: 'officer.champhone',
    sub: '00000000-0000-4000-8000-000000000004',
    name: 'Officer of Champhone',
    description: { en: 'issues alerts in district 1309', lo: 'ອອກຄຳເຕືອນໃນເມືອງ 1309' },
    roles: ['officer'],
    areas: ['1309'],
    phone: phoneOf(4),
  },
  {
    username: 'officer.savannakhet',
    sub: '00000000-0000-4000-8000-000000000005',
    name: 'Officer of Savannakhet',
    description: { en: 'issues alerts in the whole province 13', lo: 'ອອກຄຳເຕືອນໃນແຂວງ 13 ທັງໝົດ' },
    roles: ['officer'],
    areas: ['13'],
    phone: phoneOf(5),
  },
  {
    username: 'officer.national',
    sub: '00000000-0000-4000-8000-000000000007',
    name: 'Officer of the national centre',
    description: { en: 'issues alerts in the whole country', lo: 'ອອກຄຳເຕືອນທົ່ວປະເທດ' },
    roles: ['officer'],
    areas: ['LA'],
    phone: phoneOf(6),
  },
  {
    username: 'officer2.national',
    sub: '00000000-0000-4000-8000-000000000008',
    name: 'Second officer of the national centre',
    description: { en: 'issues alerts in the whole country', lo: 'ອອກຄຳເຕືອນທົ່ວປະເທດ' },
    roles: ['officer'],
    areas: ['LA'],
    phone: phoneOf(7),
    language: 'en',
  },
  {
    username: 'viewer.songkhone',
    sub: '00000000-0000-4000-8000-000000000006',
    name: 'Viewer of Songkhone',
    description: { en: 'looks at district 1308', lo: 'ເບິ່ງເມືອງ 1308' },
    roles: ['viewer'],
    areas: ['1308'],
    phone: phoneOf(8),
  },
]

/** Whether an SMS to this number is a notice to one of them. */
export const isSeedPhone = (phone: string): boolean => seedUsers.some((user) => user.phone === phone)
