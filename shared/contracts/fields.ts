import * as z from 'zod'
import { said } from './said.ts'

/** A province's, district's or village's official code, as text. */
export const areaCode = z.lazy(() =>
  z
    .string()
    .regex(
      /^(\d{2}|\d{4}|\d{7})$/,
      said(
        'Give a code of 2, 4 or 7 digits: province, district or village.',
        'ໃສ່ລະຫັດ 2, 4 ຫຼື 7 ຕົວເລກ: ແຂວງ, ເມືອງ ຫຼື ບ້ານ.',
      ),
    ),
)

export const provinceCode = z.lazy(() =>
  z.string().regex(/^\d{2}$/, said('Give the 2 digits of a province.', 'ໃສ່ 2 ຕົວເລກຂອງແຂວງ.')),
)
export const districtCode = z.lazy(() =>
  z.string().regex(/^\d{4}$/, said('Give the 4 digits of a district.', 'ໃສ່ 4 ຕົວເລກຂອງເມືອງ.')),
)
export const villageCode = z.lazy(() =>
  z.string().regex(/^\d{7}$/, said('Give the 7 digits of a village.', 'ໃສ່ 7 ຕົວເລກຂອງບ້ານ.')),
)

/** The areas that something is for. */
export const chosenAreas = z.lazy(() =>
  z.array(areaCode).min(1, said('Name at least one area.', 'ເລືອກຢ່າງໜ້ອຍໜຶ່ງເຂດ.')).max(500),
)

/** Why a person does something that others should understand. */
export const reason = z.lazy(() =>
  z.string().trim().min(1, said('Say why, so that others know.', 'ບອກເຫດຜົນ ເພື່ອໃຫ້ຄົນອື່ນຮູ້.')).max(500),
)

/** Whether an edit changes anything; what to say where it does not. */
export const changesSomething = (edit: object): boolean => Object.keys(edit).length > 0
export const sayWhatChanges = said('Name at least one field that changes.', 'ບອກຢ່າງໜ້ອຍໜຶ່ງຊ່ອງທີ່ຈະປ່ຽນ.')

/** An instant with its offset, for instance 2026-07-23T18:00:00+07:00. */
export const instant = z.lazy(() =>
  z.iso.datetime({
    offset: true,
    error: said(
      'Give date, time and offset, like 2026-07-23T18:00:00+07:00.',
      'ໃສ່ວັນທີ, ເວລາ ແລະ ເຂດເວລາ ແບບ 2026-07-23T18:00:00+07:00.',
    ),
  }),
)

export const localDate = z.lazy(() =>
  z.iso.date({
    error: said('Give a date as yyyy-mm-dd.', 'ໃສ່ວັນທີແບບ ປີ-ເດືອນ-ວັນ ເຊັ່ນ 2026-07-23.'),
  }),
)

/** An id that Siang made. */
export const id = z.lazy(() =>
  z.string().regex(/^[a-z0-9-]{1,40}$/, said('This is not an id of Siang.', 'ນີ້ບໍ່ແມ່ນລະຫັດຂອງສຽງ.')),
)

/** Which version of an alert a query is about. */
export const versionAsked = z.lazy(() => z.coerce.number().int().min(1).optional())

/** What Siang itself says, in both languages. */
export const bothLanguages = z.lazy(() => z.object({ en: z.string(), lo: z.string() }))

/** Names of the users whose ids say who did what, by id; the others have no entry any more, or are no persons. */
export const people = z.lazy(() => z.record(z.string(), z.string()))

/** Opaque: hand back what the last page gave as `nextCursor`. */
export const cursor = z.lazy(() => z.string().max(2000))

export const pageLimit = (most: number, usual: number) =>
  z.lazy(() => z.coerce.number().int().min(1).max(most).default(usual))
