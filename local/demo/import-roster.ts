import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { importView } from '../../shared/contracts/roster-files.ts'
import { rosterRoutes } from '../../shared/contracts/roster-routes.ts'
import type { ApiClient } from './api-client.ts'

type Import = z.output<typeof importView>

const contentTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gz: 'application/gzip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const isWorking = ({ state }: Import): boolean => state === 'planning' || state === 'applying'

const untilDone = async (call: ApiClient, importId: string): Promise<Import> => {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asks again after a pause
    const found = await call(rosterRoutes.getImport, { params: { importId } })
    if (!isWorking(found)) return found
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(100)
  }
}

const upload = async (call: ApiClient, file: string): Promise<string> => {
  const bytes = await readFile(file)
  const fileName = basename(file)
  const contentType = contentTypes[fileName.split('.').at(-1) ?? ''] ?? 'text/csv'
  const created = await call(rosterRoutes.createImport, {
    body: { fileName, contentType, sizeBytes: bytes.length },
  })
  const { url, method, headers } = created.upload
  const put = await fetch(url, { method, headers, body: bytes })
  if (!put.ok) throw new Error(`the upload was refused: HTTP ${put.status}`)
  return created.import.id
}

/** Imports a roster file as an admin does: upload, plan, look at the plan, apply. Throws where anything is refused. */
export const importRoster = async (call: ApiClient, file: string): Promise<Import> => {
  const importId = await upload(call, file)
  await call(rosterRoutes.planImport, { params: { importId }, body: {} })
  const planned = await untilDone(call, importId)
  if (planned.plan?.applicable !== true) {
    const { problems } = await call(rosterRoutes.listImportProblems, {
      params: { importId },
      query: { limit: '10' },
    })
    const faults = problems.map(
      (fault) => `\n  row ${fault.rowNumber}, ${fault.column ?? 'row'}: ${fault.message.en}`,
    )
    throw new Error(`the roster cannot be imported: ${planned.refusal?.message.en ?? ''}${faults.join('')}`)
  }
  await call(rosterRoutes.applyImport, { params: { importId } })
  const applied = await untilDone(call, importId)
  if (applied.state !== 'applied') throw new Error(`the import ended as ${applied.state}`)
  return applied
}
