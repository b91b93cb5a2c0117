import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { signedUrlSeconds } from '../domain/import-files.ts'

/** The bucket that rosters come in by and exports go out by. */
export type Bucket = ReturnType<typeof createBucket>

/** An object as it lies there; the ETag without its quotes changes with its content. */
export type ObjectFacts = { etag: string; sizeBytes: number }

export type ObjectReading =
  | { outcome: 'read'; bytes: Uint8Array; etag: string }
  | { outcome: 'missing' }
  | { outcome: 'too-large' }

/** The S3 stand-in of one machine takes 11 MB at a time; S3 itself wants 5 MB at least for a part. */
const partBytes = 8 * 1024 * 1024

const withoutQuotes = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '')
const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name)

export const createBucket = (client: S3Client, bucket: string) => ({
  /** A URL that takes one PUT with exactly this type and length, sent with the headers given back. */
  signUpload: async (
    key: string,
    file: { contentType: string; sizeBytes: number },
  ): Promise<{ url: string; headers: Record<string, string> }> => {
    const url = await getSignedUrl(
      client,
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: file.contentType,
        ContentLength: file.sizeBytes,
      }),
      { expiresIn: signedUrlSeconds, signableHeaders: new Set(['host', 'content-type', 'content-length']) },
    )
    return { url, headers: { 'content-type': file.contentType, 'content-length': String(file.sizeBytes) } }
  },

  /** A URL that gives the object as a file of this name. */
  signDownload: (key: string, fileName: string): Promise<string> =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
      }),
      { expiresIn: signedUrlSeconds },
    ),

  head: async (key: string): Promise<ObjectFacts | undefined> => {
    try {
      const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
      return { etag: withoutQuotes(answer.ETag), sizeBytes: answer.ContentLength ?? 0 }
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },

  /** The whole object; its size is looked at before a byte of it is taken in. */
  read: async (key: string, maxBytes: number): Promise<ObjectReading> => {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      if (answer.Body === undefined || (answer.ContentLength ?? Infinity) > maxBytes) {
        // Left unread, the body would hold its connection.
        await answer.Body?.transformToWebStream().cancel()
        return { outcome: 'too-large' }
      }
      const bytes = await answer.Body.transformToByteArray()
      return { outcome: 'read', bytes, etag: withoutQuotes(answer.ETag) }
    } catch (error) {
      if (isMissing(error)) return { outcome: 'missing' }
      throw error
    }
  },

  /** Writes an object; a large one in parts. */
  put: async (key: string, body: string | Uint8Array, contentType: string): Promise<void> => {
    const object = { Bucket: bucket, Key: key }
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    if (bytes.length <= partBytes) {
      await client.send(new PutObjectCommand({ ...object, Body: bytes, ContentType: contentType }))
      return
    }
    const begun = await client.send(new CreateMultipartUploadCommand({ ...object, ContentType: contentType }))
    const upload = { ...object, UploadId: begun.UploadId }
    const starts = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, part) => part * partBytes)
    const parts = await Promise.all(
      starts.map(async (start, part) => {
        const numbered = { ...upload, PartNumber: part + 1 }
        const Body = bytes.subarray(start, start + partBytes)
        const { ETag } = await client.send(new UploadPartCommand({ ...numbered, Body }))
        return { PartNumber: part + 1, ETag }
      }),
    )
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }))
  },
})
