import * as z from 'zod'
import { districtCode, id, villageCode } from '../contracts/fields.ts'
import {
  exportBody,
  importBody,
  importCounts,
  importPlanBody,
  importView,
} from '../contracts/roster-files.ts'
import { importStates } from '../domain/import-state.ts'

const stored = z.lazy(() =>
  z.object({
    schemaVersion: z.literal(1),
    requestHash: z.string(),
    removeAtEpochSeconds: z.number().int(),
  }),
)

/** An import as stored. Problems, changes and matches lie in the bucket (import-pages.ts). */
export const importRecord = z.lazy(() =>
  z.object({
    ...stored.unwrap().shape,
    id,
    ...importBody.unwrap().shape,
    createdBy: z.string(),
    createdAtIso: z.string(),
    state: z.enum(importStates),
    stateSinceEpochSeconds: z.number().int(),
    /** Who asked for the plan last. */
    plannedBy: z.string().optional(),
    /** What planning was asked for, by somebody of these areas; only while planning. */
    planRequest: importPlanBody
      .unwrap()
      .extend({ areas: z.array(z.string()) })
      .optional(),
    plan: z
      .object({
        /** Where the pages of this plan lie. */
        folder: z.string(),
        /** Of the file that was planned. */
        etag: z.string(),
        markLeft: z.boolean(),
        plannedAtEpochSeconds: z.number().int(),
        counts: importCounts,
        districts: z.array(districtCode),
        districtsChanged: z.array(districtCode),
        applicable: z.boolean(),
        /** How many of each lie in the folder. */
        problems: z.number().int(),
        matches: z.number().int(),
        changes: z.number().int(),
      })
      .optional(),
    refusal: importView.unwrap().shape.refusal.unwrap().optional(),
    /** Pages of changes that are carried out, of the apply or of the undo. */
    pagesDone: z.number().int(),
    changesDone: z.number().int(),
    /** Villages that somebody had edited before the plan reached them; before the undo did. */
    applyLeftAlone: z.array(villageCode),
    undoLeftAlone: z.array(villageCode),
    undoUntilEpochSeconds: z.number().int().optional(),
    /** Set while a worker has the import: two at a time would do everything twice. */
    leaseToken: z.string().optional(),
    leaseEndsAtEpochMs: z.number().int().optional(),
  }),
)
export type ImportRecord = z.infer<typeof importRecord>

/** An export as stored; the file lies in the bucket. */
export const exportRecord = z.lazy(() =>
  z.object({
    ...stored.unwrap().shape,
    id,
    ...exportBody.unwrap().shape,
    createdBy: z.string(),
    createdAtEpochSeconds: z.number().int(),
    state: z.enum(['working', 'ready']),
    villages: z.number().int().nullable(),
    isCompressed: z.boolean().default(false),
  }),
)
export type ExportRecord = z.infer<typeof exportRecord>
