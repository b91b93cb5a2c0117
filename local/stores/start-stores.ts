import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, startChild } from './start-child.ts'

/** The processes that keep the data: DynamoDB, and SQS with S3. `failed` rejects when one ends by itself. */
export type Stores = { dynamodb: Child; sqsAndS3: Child; failed: Promise<never>; stop: () => Promise<void> }

const dynalite = new URL('dynalite-child.ts', import.meta.url)
const fauxqs = new URL('fauxqs-child.ts', import.meta.url)

/** Starts both stores on the data of a folder. */
export async function startStores(dataFolder: string, log: (text: string) => void): Promise<Stores> {
  const [dynamodb, sqsAndS3] = await Promise.allSettled([
    startChild(fileURLToPath(dynalite), join(dataFolder, 'dynamodb'), log),
    startChild(fileURLToPath(fauxqs), join(dataFolder, 'sqs-s3'), log),
  ])
  if (dynamodb.status === 'fulfilled' && sqsAndS3.status === 'fulfilled') {
    return together(dynamodb.value, sqsAndS3.value)
  }
  for (const started of [dynamodb, sqsAndS3]) {
    if (started.status === 'fulfilled') await started.value.stop()
  }
  throw dynamodb.status === 'rejected' ? dynamodb.reason : new Error('SQS and S3 did not start')
}

function together(dynamodb: Child, sqsAndS3: Child): Stores {
  let stopping = false
  const failure = async (name: string, child: Child): Promise<never> => {
    await child.ended
    // A run that is being stopped has not failed; its promise stays open.
    if (stopping) return await new Promise<never>(() => undefined)
    throw new Error(`${name} has ended by itself; see the logs`)
  }
  const failed = Promise.race([failure('dynalite', dynamodb), failure('fauxqs', sqsAndS3)])
  // Who does not look at it still has requests that fail.
  failed.catch(() => undefined)
  return {
    dynamodb,
    sqsAndS3,
    failed,
    stop: async () => {
      stopping = true
      await Promise.all([dynamodb.stop(), sqsAndS3.stop()])
    },
  }
}
