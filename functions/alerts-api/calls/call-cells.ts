import type * as z from 'zod'
import type { callSheetView } from '../../../shared/contracts/calls.ts'
import { displayPhone, safePlaceText } from '../print-page.ts'

type Village = Omit<z.output<typeof callSheetView>['villages'][number], 'contacts'>
type Contact = Pick<
  z.output<typeof callSheetView>['villages'][number]['contacts'][number],
  'name' | 'duty' | 'phone'
>

/** The columns that say which village, in every table of calls. */
export const villageColumns = [
  'village_code',
  'village_name_lo',
  'village_name_en',
  'exposure',
  'safe_place',
  'languages_spoken',
] as const

/** The cells of `villageColumns`. */
export const villageCells = (
  village: Pick<Village, 'village' | 'nameLo' | 'nameEn' | 'exposure' | 'languagesSpoken'> &
    Parameters<typeof safePlaceText>[0],
): string[] => [
  village.village,
  village.nameLo,
  village.nameEn,
  village.exposure === 0 ? '' : String(village.exposure),
  safePlaceText(village),
  village.languagesSpoken.join('; '),
]

/** The columns that say whom to call. */
export const contactColumns = ['call_order', 'member_name', 'duty', 'phone'] as const

/** The cells of `contactColumns`. */
export const contactCells = ({ name, duty, phone }: Contact, order: number): string[] => [
  String(order + 1),
  name,
  duty,
  displayPhone(phone),
]
