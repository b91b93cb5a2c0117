import { stringify } from 'csv-stringify/sync'

/** A roster file's rows: villages of a district, each with as many members. Numbers are made up. */
export type RosterFileWish = {
  district: string
  villages: number
  membersEach: number
  /** Rows, counted from 0, whose phone is no number of Laos. */
  badPhones?: readonly number[]
}

const header = [
  'village_code',
  'village_name_lo',
  'village_name_en',
  'exposure',
  'safe_place_lo',
  'member_name',
  'phone',
  'duty',
  'consented_on',
] as const

/** Header and rows as cells. */
export const rosterCells = ({
  district,
  villages,
  membersEach,
  badPhones = [],
}: RosterFileWish): string[][] => {
  const bad = new Set(badPhones)
  const rows = Array.from({ length: villages * membersEach }, (_, row) => {
    const village = Math.floor(row / membersEach) + 1
    return [
      `${district}${String(village).padStart(3, '0')}`,
      `ບ້ານທົດລອງ ${village}`,
      `Trial ${village}`,
      String((village % 3) + 1),
      'ວັດ',
      `ສະມາຊິກ ${row + 1}`,
      bad.has(row) ? '8.56E+12' : `020 56 ${String(100_000 + row).replace(/(\d{3})$/, ' $1')}`,
      'member',
      '2026-05-08',
    ]
  })
  return [[...header], ...rows]
}

/** The same as a CSV file. */
export const rosterCsv = (wish: RosterFileWish): Buffer => Buffer.from(stringify(rosterCells(wish)))
