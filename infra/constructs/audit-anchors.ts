import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'

/**
 * Where the heads of the audit's chains are put each night. In compliance mode nobody can shorten the lock or delete
 * an object before its time; who writes over one only adds a version. Without expiry: anchors hold hashes, no people.
 */
export const addAuditAnchors = (scope: Construct, id: string, stage: StageSettings): Bucket =>
  new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    ...(stage.anchorLockDays === 0
      ? {}
      : { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(stage.anchorLockDays)) }),
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
