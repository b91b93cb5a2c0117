import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { IndexDescription, TableDescription } from '../../shared/tables.ts'
import type { StageSettings } from '../stage-settings.ts'

const types = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const
const toAttribute = ({ name, type }: TableDescription['partitionKey']) => ({ name, type: types[type] })

const toProjection = (projected: IndexDescription['projected']): Partial<GlobalSecondaryIndexPropsV2> => {
  if (projected === 'all') return { projectionType: ProjectionType.ALL }
  if (projected === 'keys') return { projectionType: ProjectionType.KEYS_ONLY }
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projected] }
}

/** A table as shared/tables.ts describes it: paid by use, encrypted, restorable to any second of 35 days. */
export const addServiceTable = (
  scope: Construct,
  id: string,
  description: TableDescription,
  stage: StageSettings,
): TableV2 =>
  new TableV2(scope, id, {
    partitionKey: toAttribute(description.partitionKey),
    sortKey: toAttribute(description.sortKey),
    ...(description.timeToLiveAttribute === undefined
      ? {}
      : { timeToLiveAttribute: description.timeToLiveAttribute }),
    globalSecondaryIndexes: description.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: toAttribute(index.partitionKey),
      sortKey: toAttribute(index.sortKey),
      ...toProjection(index.projected),
    })),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: stage.keepData,
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
