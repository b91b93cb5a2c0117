import { duties, type Member, type Village } from '../../shared/domain/village.ts'

/** Two districts for urgent alerts and one for routine ones; people and numbers are made up. */
const districts = [
  { code: '1308', villages: 14, membersEach: 4 },
  { code: '1309', villages: 14, membersEach: 4 },
  { code: '1310', villages: 8, membersEach: 3 },
] as const

const memberOf = (village: string, position: number): Member => ({
  id: `m-${village}-${position}`,
  name: `Made-up Person ${village} ${position}`,
  phone: `+8562055${village.slice(3)}${String(position).padStart(2, '0')}`,
  duty: duties[position % duties.length] ?? 'head',
  sex: position % 2 === 0 ? 'female' : 'male',
  language: 'lo',
  script: 'lao',
  status: 'active',
})

const villageOf = (code: string, membersEach: number): Village => ({
  code,
  nameLo: `ບ້ານທົດລອງ ${code}`,
  nameEn: `Ban Thotlong ${code}`,
  exposure: 2,
  languagesSpoken: [],
  status: 'active',
  members: Array.from({ length: membersEach }, (_, position) => memberOf(code, position)),
  revision: 'crash',
  updatedAtIso: '2026-07-01T08:00:00+07:00',
})

/** The villages of the crash matrix. Nobody shares a phone, so that everybody must get exactly one SMS. */
export const createCrashRoster = () => {
  const villages = districts.flatMap(({ code, villages: count, membersEach }) =>
    Array.from({ length: count }, (_, index) =>
      villageOf(`${code}${String(index + 1).padStart(3, '0')}`, membersEach),
    ),
  )
  const byPhone = new Map(
    villages.flatMap(({ code, members }) => members.map(({ phone }) => [phone, code] as const)),
  )
  return {
    villages,
    provinces: ['13'],
    villageOf: (phone: string): string | undefined => byPhone.get(phone),
    ofDistrict: (district: string): Village[] => villages.filter(({ code }) => code.startsWith(district)),
  }
}
export type CrashRoster = ReturnType<typeof createCrashRoster>
