import type { User } from '../../shared/domain/user.ts'
import type { Member, Village } from '../../shared/domain/village.ts'

/** Defaults with what the test is about laid over them. All people and numbers are made up. */
export const buildMember = (over: Partial<Member> = {}): Member => ({
  id: 'member-1',
  name: 'Made-up Person',
  phone: '+8562055123456',
  duty: 'head',
  sex: 'female',
  language: 'lo',
  script: 'lao',
  status: 'active',
  ...over,
})

export const buildVillage = (over: Partial<Village> = {}): Village => ({
  code: '1301001',
  nameLo: 'ບ້ານທົດລອງ',
  nameEn: 'Ban Thotlong',
  languagesSpoken: [],
  status: 'active',
  members: [],
  revision: 'revision-1',
  updatedAtIso: '2026-07-01T08:00:00+07:00',
  ...over,
})

export const buildUser = (over: Partial<User> = {}): User => ({
  id: 'user-admin',
  name: 'Made-up Admin',
  roles: ['admin'],
  areas: ['13'],
  status: 'active',
  ...over,
})
