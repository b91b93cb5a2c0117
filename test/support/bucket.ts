import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { buildApp } from 'fauxqs'
import { createBucket, type Bucket } from '../../shared/store/bucket.ts'

/** An S3 of one test file: in memory, on the loopback. It takes uploads by signed URL but checks no signature. */
export type TestBucket = { bucket: Bucket; stop: () => Promise<void> }

export const startBucket = async (): Promise<TestBucket> => {
  const app = buildApp({ logger: false })
  // startFauxqs would listen on every interface.
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 })
  const client = new S3Client({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  await client.send(new CreateBucketCommand({ Bucket: 'uploads' }))
  return {
    bucket: createBucket(client, 'uploads'),
    stop: async () => {
      client.destroy()
      app.server.closeAllConnections()
      await app.close()
    },
  }
}
