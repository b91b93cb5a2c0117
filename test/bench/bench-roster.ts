import { districts } from '../../shared/domain/laos-districts.ts'
import type { Member, Village } from '../../shared/domain/village.ts'
import { duties } from '../../shared/domain/village.ts'

/** Villages of the size of Laos in its real districts; people and numbers are made up. */
export type BenchRoster = {
  /** By district, each with its villages. */
  villages: readonly Village[]
  /** Every province that has some. */
  provinces: readonly string[]
  /** The village whose committee has this number. */
  villageOf: (phone: string) => string | undefined
}

/** How many villages the country has, as public lists count them. */
export const nationalVillages = 7860

/** The first district has so many villages; with ten members each that is 300 people. */
export const smallDistrict = { code: '0101', villages: 30 } as const

/** An ordinary district: the country's villages are spread evenly over all but the small one. */
export const ordinaryDistrict = '1308'

const prefixes = ['2055', '2077', '2099', '2022', '2059']
const phoneOf = (person: number): string =>
  `+856${prefixes[person % prefixes.length]}${String(Math.floor(person / prefixes.length)).padStart(6, '0')}`

const personOf = (phone: string): number =>
  Number(phone.slice(8)) * prefixes.length + prefixes.indexOf(phone.slice(4, 8))

const villageCodes = (count: number): string[] => {
  const others = districts.filter(({ code }) => code !== smallDistrict.code)
  const sizes = new Map<string, number>([[smallDistrict.code, smallDistrict.villages]])
  const left = count - smallDistrict.villages
  for (const [index, { code }] of others.entries()) {
    sizes.set(
      code,
      Math.max(
        0,
        Math.floor(((index + 1) * left) / others.length) - Math.floor((index * left) / others.length),
      ),
    )
  }
  return [...sizes].flatMap(([district, size]) =>
    Array.from({ length: size }, (_, index) => `${district}${String(index + 1).padStart(3, '0')}`),
  )
}

const createMember = (village: string, person: number, position: number): Member => ({
  id: `m-${village}-${position}`,
  name: `Made-up Person ${person}`,
  phone: phoneOf(person),
  duty: duties[position % duties.length] ?? 'head',
  sex: position % 3 === 0 ? 'female' : 'male',
  language: person % 10 === 0 ? 'en' : 'lo',
  script: 'lao',
  status: 'active',
})

/**
 * Makes a roster of so many villages with committees of one size. Fewer villages than the country has are those of
 * its first districts, so that a district is always of its real size; more of them fill all districts evenly.
 */
export const createBenchRoster = (villageCount: number, membersEach: number): BenchRoster => {
  const codes = villageCodes(Math.max(villageCount, nationalVillages)).slice(0, villageCount)
  return {
    provinces: [...new Set(codes.map((code) => code.slice(0, 2)))],
    villages: codes.map((code, index) => ({
      code,
      nameLo: `ບ້ານທົດລອງ ${index + 1}`,
      nameEn: `Ban Thotlong ${index + 1}`,
      exposure: index % 3 === 0 ? 3 : index % 3 === 1 ? 2 : 1,
      languagesSpoken: [],
      status: 'active',
      members: Array.from({ length: membersEach }, (_, position) =>
        createMember(code, index * membersEach + position, position),
      ),
      revision: 'bench',
      updatedAtIso: '2026-07-01T08:00:00+07:00',
    })),
    villageOf: (phone) => codes[Math.floor(personOf(phone) / membersEach)],
  }
}

/** The roster as a file to import. */
export const toCsv = (roster: BenchRoster): string => {
  const header =
    'village_code,village_name_lo,village_name_en,exposure,member_name,phone,duty,sex,language,consented_on'
  const rows = roster.villages.flatMap((village) =>
    village.members.map((member) =>
      [
        village.code,
        village.nameLo,
        village.nameEn,
        village.exposure,
        member.name,
        member.phone,
        member.duty,
        member.sex,
        member.language,
        '2026-05-01',
      ].join(','),
    ),
  )
  return `${[header, ...rows].join('\n')}\n`
}
