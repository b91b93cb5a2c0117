import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { localCredentials } from '../local/lambda/function-environment.ts'
import { lockFolder } from '../local/stores/lock-folder.ts'
import { startStores } from '../local/stores/start-stores.ts'
import { describeChainFault } from '../shared/domain/audit-words.ts'
import { checkAudit, type AuditReport } from './check-audit.ts'
import { readAudit, type AuditPlace } from './read-audit.ts'

const usage = `Usage: npm run audit:verify -- [--data .data]
       npm run audit:verify -- --audit-table NAME --alerts-table NAME --anchors-bucket NAME [--region ap-southeast-1]
  --data  the data of one machine, while nothing runs on it; the others: a stage on AWS, by the stack's outputs`

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const s3Settings = {
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
} as const

const only = (names: readonly (string | undefined)[], part: string): string => {
  const [name, ...others] = names.filter((one) => one?.toLowerCase().includes(part.toLowerCase()) === true)
  if (name === undefined || others.length > 0) throw new Error(`there is no one ${part} in this folder`)
  return name
}

/** Starts the stores of a folder, and ends them when the work is done. */
const withLocalPlace = async <Answer>(
  folder: string,
  work: (place: AuditPlace) => Promise<Answer>,
): Promise<Answer> => {
  const lock = await lockFolder(folder)
  const stores = await startStores(folder, () => {})
  lock.recordChildren([stores.dynamodb.pid, stores.sqsAndS3.pid])
  const credentials = {
    accessKeyId: localCredentials.AWS_ACCESS_KEY_ID,
    secretAccessKey: localCredentials.AWS_SECRET_ACCESS_KEY,
  }
  const settings = { region: 'ap-southeast-1', credentials }
  const bare = new DynamoDBClient({ ...settings, endpoint: stores.dynamodb.origin })
  const bucket = new S3Client({
    ...settings,
    ...s3Settings,
    endpoint: stores.sqsAndS3.origin,
    forcePathStyle: true,
  })
  try {
    const { TableNames = [] } = await bare.send(new ListTablesCommand({}))
    const { Buckets = [] } = await bucket.send(new ListBucketsCommand({}))
    return await work({
      tables: DynamoDBDocumentClient.from(bare),
      bucket,
      auditTable: only(TableNames, 'AuditTable'),
      alertsTable: only(TableNames, 'AlertsTable'),
      anchorsBucket: only(
        Buckets.map(({ Name }) => Name),
        'AuditAnchors',
      ),
      hasVersions: false,
    })
  } finally {
    bare.destroy()
    bucket.destroy()
    await stores.stop()
    lock.release()
  }
}

const tell = (report: AuditReport): boolean => {
  for (const { kind, day } of report.anchorFaults) say(`FAULT anchor of ${day}: ${kind}`)
  for (const { chain, faults, openIntents } of report.chains) {
    for (const fault of faults) say(`FAULT ${chain}: ${describeChainFault(fault).en}`)
    for (const sequence of openIntents) say(`note  ${chain}: row ${sequence} has no outcome`)
  }
  const rows = report.chains.reduce((sum, chain) => sum + chain.rows, 0)
  const faults = report.chains.reduce((sum, chain) => sum + chain.faults.length, report.anchorFaults.length)
  say(`${rows} rows in ${report.chains.length} chains, ${report.anchors} anchors: ${faults} faults`)
  return faults === 0
}

const verify = async (place: AuditPlace): Promise<boolean> => {
  const { anchorFaults, ...kept } = await readAudit(place)
  const report = checkAudit(kept)
  return tell({ ...report, anchorFaults: [...anchorFaults, ...report.anchorFaults] })
}

const main = (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      'audit-table': { type: 'string' },
      'alerts-table': { type: 'string' },
      'anchors-bucket': { type: 'string' },
      region: { type: 'string', default: 'ap-southeast-1' },
    },
  })
  const {
    'audit-table': auditTable,
    'alerts-table': alertsTable,
    'anchors-bucket': anchorsBucket,
    region,
  } = values
  if (auditTable === undefined && alertsTable === undefined && anchorsBucket === undefined) {
    return withLocalPlace(resolve(values.data), verify)
  }
  if (auditTable === undefined || alertsTable === undefined || anchorsBucket === undefined) {
    throw new Error('Name both tables and the bucket.')
  }
  return verify({
    tables: DynamoDBDocumentClient.from(new DynamoDBClient({ region })),
    bucket: new S3Client({ region, ...s3Settings }),
    auditTable,
    alertsTable,
    anchorsBucket,
    hasVersions: true,
  })
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`)
  process.exitCode = 2
}
