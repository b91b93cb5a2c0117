import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'

const keptDays = 40

/**
 * Roster files on their way in and out, with the plans and undo data of imports: private, and gone after 40 days,
 * since they hold names and phone numbers. A plan holds 7 days, its undo 30 more. Browsers reach the bucket by
 * pre-signed URLs, from the console's origins alone.
 */
export const addUploadsBucket = (scope: Construct, id: string, stage: StageSettings): Bucket =>
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [
      { expiration: Duration.days(keptDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    cors: stage.consoleOrigins.length === 0 ? [] : [corsRule(stage.consoleOrigins)],
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })

const corsRule = (origins: readonly string[]) => ({
  allowedOrigins: [...origins],
  allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
  allowedHeaders: ['content-type', 'content-length'],
  exposedHeaders: ['etag'],
  maxAge: 600,
})
