import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { alertRoutes } from '../../shared/contracts/alert-routes.ts'
import type { previewView } from '../../shared/contracts/alerts.ts'
import type { boardView } from '../../shared/contracts/board.ts'
import type { ApiClient } from './api-client.ts'

export type Board = z.output<typeof boardView>
export type Preview = z.output<typeof previewView>

/** Lao wording unreviewed by a native speaker; the exercise's word is put around both by the service. */
const texts = {
  lo: 'ເຕືອນໄພນ້ຳຖ້ວມ: ນ້ຳກຳລັງຂຶ້ນ. ຍ້າຍຄົນ ສັດ ເຂົ້າ ໄປບ່ອນສູງກ່ອນ 18:00.',
  en: 'FLOOD WARNING: river rising. Move people, animals, rice to high ground by 18:00.',
}

/** What the demonstration warns of: a drill, for numbers that are made up. */
const warning = (areas: readonly string[]) => ({
  kind: 'flood',
  hazard: 'river-flood',
  level: 'warning',
  mode: 'exercise',
  areas,
  texts,
})

/** Asks what issuing would do. */
export const previewWarning = (call: ApiClient, areas: readonly string[]): Promise<Preview> =>
  call(alertRoutes.previewAlert, { body: warning(areas) })

/** Writes the draft and submits it, which issues it where the stage asks for no second person; answers with its id. */
export const issueWarning = async (
  call: ApiClient,
  areas: readonly string[],
  expiresAtIso: string,
): Promise<string> => {
  const { alertId } = await call(alertRoutes.createAlert, { body: { ...warning(areas), expiresAtIso } })
  await call(alertRoutes.submitAlert, { params: { alertId } })
  return alertId
}

/** Approves, as another officer, exactly what was submitted. */
export const approveWarning = async (approver: ApiClient, alertId: string): Promise<void> => {
  const { versions } = await approver(alertRoutes.getAlert, { params: { alertId } })
  const digest = versions.at(-1)?.submission?.digest
  await approver(alertRoutes.approveAlert, { params: { alertId }, body: { digest } })
}

const heardOf = ({ totals }: Board): number => totals.delivered + totals.undelivered

/** Follows the board until carriers have said nothing new for a while, `mostSeconds` at most: some never speak. */
export const awaitReceipts = async (
  call: ApiClient,
  alertId: string,
  { mostSeconds, quietSeconds }: { mostSeconds: number; quietSeconds: number },
): Promise<Board> => {
  const endsAtMs = Date.now() + mostSeconds * 1000
  let heard = -1
  let heardAtMs = Date.now()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks again after a pause
    const board = await call(alertRoutes.getBoard, { params: { alertId } })
    const nowMs = Date.now()
    if (heardOf(board) > heard) heardAtMs = nowMs
    heard = heardOf(board)
    if (nowMs > endsAtMs || nowMs > heardAtMs + quietSeconds * 1000) return board
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(200)
  }
}

/** Follows the board until the version is completed, telling how far it is. Throws when time is up. */
export const followBoard = async (
  call: ApiClient,
  alertId: string,
  options: { mostSeconds: number; tell: (board: Board) => void },
): Promise<Board> => {
  const endsAtMs = Date.now() + options.mostSeconds * 1000
  let pauseMs = 200
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks again after a pause
    const board = await call(alertRoutes.getBoard, { params: { alertId } })
    options.tell(board)
    if (board.state === 'completed' || board.state === 'expired') return board
    if (Date.now() > endsAtMs) throw new Error(`not completed after ${options.mostSeconds} s`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(pauseMs)
    pauseMs = Math.min(2000, pauseMs * 1.3)
  }
}
