import * as z from 'zod'
import { importStates } from '../domain/import-state.ts'
import { areaCode, districtCode, id, villageCode } from './fields.ts'
import { said } from './said.ts'

/** The largest roster file that is taken, as uploaded. */
export const maxUploadBytes = 10 * 1024 * 1024

/** A village that the file names without its code, and the village that Siang thinks is meant. */
export const matchToConfirm = z.lazy(() =>
  z.object({
    rowNumber: z.number().int(),
    district: districtCode,
    name: z.string(),
    candidates: z.array(villageCode),
    confirmed: z.boolean(),
  }),
)

export const importProblem = z.lazy(() =>
  z.object({
    rowNumber: z.number().int(),
    column: z.string().nullable(),
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    message: z.object({ en: z.string(), lo: z.string() }),
  }),
)

export const importCounts = z.lazy(() =>
  z.object({
    rows: z.number().int(),
    villages: z.number().int(),
    members: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    villagesAdded: z.number().int(),
    villagesChanged: z.number().int(),
    villagesUnchanged: z.number().int(),
    membersAdded: z.number().int(),
    membersChanged: z.number().int(),
    membersLeft: z.number().int(),
  }),
)

/** One village of the difference; `fields` are the columns that change, `members` what happens to people, by id. */
export const importChange = z.lazy(() =>
  z.object({
    code: villageCode,
    nameLo: z.string(),
    nameEn: z.string(),
    kind: z.enum(['added', 'changed']),
    fields: z.array(z.string()),
    membersAdded: z.array(z.string()),
    membersChanged: z.array(z.string()),
    membersLeft: z.array(z.string()),
  }),
)

export const importBody = z.lazy(() =>
  z.object({
    fileName: z.string().min(1).max(200),
    contentType: z.enum([
      'text/csv',
      'application/gzip',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]),
    sizeBytes: z
      .number()
      .int()
      .min(1, said('The file is empty.', 'ໄຟລ໌ຫວ່າງເປົ່າ.'))
      .max(
        maxUploadBytes,
        said(
          'A roster file may hold 10 MB at most: split it by district, or compress it as .csv.gz.',
          'ໄຟລ໌ບັນຊີມີໄດ້ບໍ່ເກີນ 10 MB: ໃຫ້ແຍກເປັນແຕ່ລະເມືອງ ຫຼື ບີບອັດເປັນ .csv.gz.',
        ),
      ),
  }),
)

export const importPlanBody = z.lazy(() =>
  z.object({
    /** Members of a listed village who are not in the file have left. */
    markLeft: z.boolean().default(false),
    /** Row number → village code, for rows whose village was matched by name. */
    confirmedMatches: z.record(z.string().regex(/^\d+$/), villageCode).default({}),
  }),
)

/** An import as shown; paged lists of problems and changes come by `GET …/{id}/problems` and `…/changes`. */
export const importView = z.lazy(() =>
  z.object({
    id,
    state: z.enum(importStates),
    fileName: z.string(),
    createdAtIso: z.string(),
    createdBy: z.string(),
    plan: z
      .object({
        etag: z.string(),
        markLeft: z.boolean(),
        counts: importCounts,
        /** Codes outside the importer's areas or unknown are errors of their rows; districts here are the importer's. */
        districts: z.array(districtCode),
        matches: z.array(matchToConfirm),
        applicable: z.boolean(),
      })
      .nullable(),
    /** Why the whole file was refused, in words for the importer. */
    refusal: z.object({ code: z.string(), message: z.object({ en: z.string(), lo: z.string() }) }).nullable(),
    /** Villages done of those to do, while planning, applying or undoing and after. */
    progress: z.object({ done: z.number().int(), of: z.number().int() }),
    /** Villages that were left alone because somebody edited them meanwhile, with the names that they have now. */
    leftAlone: z.array(z.object({ code: villageCode, nameLo: z.string(), nameEn: z.string() })),
    undoUntilIso: z.string().nullable(),
  }),
)

export const importCreated = z.lazy(() =>
  z.object({
    import: importView,
    upload: z.object({
      url: z.string(),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()),
      expiresAtIso: z.string(),
    }),
  }),
)

export const exportBody = z.lazy(() =>
  z.object({
    /** `template`: a line per known village with empty member columns, to fill in. */
    kind: z.enum(['roster', 'template']).default('roster'),
    areas: z.array(areaCode).min(1).max(20),
  }),
)

export const exportView = z.lazy(() =>
  z.object({
    id,
    state: z.enum(['working', 'ready', 'failed']),
    kind: z.enum(['roster', 'template']),
    areas: z.array(areaCode),
    villages: z.number().int().nullable(),
    downloadUrl: z.string().nullable(),
  }),
)
