import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import { findDistrict } from '../../shared/domain/laos-areas.ts'
import type { ApiClient } from './api-client.ts'
import type { Board } from './warn-areas.ts'

const mostDistrictsNamed = 5
const mostVillagesShown = 70

const namesOf = async (call: ApiClient, board: Board): Promise<ReadonlyMap<string, string>> => {
  if (board.districts.length > mostDistrictsNamed) return new Map()
  const lists = await Promise.all(
    board.districts.map(({ district }) => call(rosterRoutes.listVillages, { query: { district } })),
  )
  return new Map(
    lists.flatMap(({ villages: { code, nameLo, nameEn } }) =>
      code.map((village, at) => [village, `${nameLo[at] ?? ''} ${nameEn[at] ?? ''}`]),
    ),
  )
}

const districtLine = (district: Board['districts'][number]): string => {
  const name = findDistrict(district.district)?.nameEn ?? district.district
  const missing = district.villagesNotOnRoster ?? 0
  const note = missing > 0 ? `, ${missing} expected villages are NOT on the roster` : ''
  return `  ${district.district} ${name}: ${district.villages} villages${note}`
}

/** The board as lines of text: what needs a person first. */
export const boardLines = async (call: ApiClient, board: Board): Promise<string[]> => {
  const names = await namesOf(call, board)
  const countOf = (row: Board['villages'][number], state: 'accepted' | 'delivered'): string =>
    String(row[3 + board.states.indexOf(state)]).padStart(2)
  const rows = board.villages.slice(0, mostVillagesShown).map((row) => {
    const [code, coverage] = row
    const recipients = row.slice(3).reduce<number>((sum, count) => sum + Number(count), 0)
    return `  ${code}  ${coverage.padEnd(12)} ${countOf(row, 'delivered')} delivered, ${countOf(row, 'accepted')} accepted of ${String(recipients).padStart(2)}  ${names.get(code) ?? ''}`
  })
  const more = board.villages.length - rows.length
  return [
    'Districts',
    ...board.districts.slice(0, mostVillagesShown).map(districtLine),
    '',
    'Villages (accepted by the gateway is no proof that a phone rang)',
    ...rows,
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}
