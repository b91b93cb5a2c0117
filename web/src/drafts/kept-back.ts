import type { CallFailure } from '../api/call-api.ts'
import { signal } from '../signal.ts'

/**
 * Why the API kept back the draft that was just written, which has this etag: told beside the draft, where its writer
 * stands then.
 */
export const keptBack = signal<{ etag: string; failure: CallFailure } | undefined>(undefined)
