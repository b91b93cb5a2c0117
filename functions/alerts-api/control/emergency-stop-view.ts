import type * as z from 'zod'
import type { emergencyStopView } from '../../../shared/contracts/control.ts'
import type { Halts } from '../../../shared/domain/halts.ts'
import { isoOf } from '../alert-view.ts'

export const toEmergencyStopView = ({ accountStop }: Halts): z.input<typeof emergencyStopView> => ({
  accountStopped: accountStop !== undefined,
  sinceIso: isoOf(accountStop?.atEpochSeconds),
  by: accountStop?.by ?? null,
  reason: accountStop?.reason ?? null,
})
