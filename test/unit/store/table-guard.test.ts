import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { checkTableInput, guardTables } from '../../../shared/store/table-guard.ts'

const compare = (count: number): string => Array.from({ length: count }, () => 'a = :b').join(' AND ')

describe('the table guard', () => {
  it('lets ordinary input through', () => {
    expect(() => checkTableInput({ UpdateExpression: 'SET a = :a', Item: { PK: 'x' } })).not.toThrow()
    expect(() => checkTableInput(undefined)).not.toThrow()
  })

  it.each(['UpdateExpression', 'ConditionExpression', 'KeyConditionExpression'])(
    'refuses a %s of over 4 KB, counted in bytes',
    (name) => {
      expect(() => checkTableInput({ [name]: 'x'.repeat(4096) })).not.toThrow()
      expect(() => checkTableInput({ [name]: 'ກ'.repeat(1400) })).toThrow('4096 bytes')
    },
  )

  it('refuses over 300 operators', () => {
    expect(() => checkTableInput({ ConditionExpression: compare(150) })).not.toThrow()
    expect(() => checkTableInput({ ConditionExpression: compare(151) })).toThrow('300 operators')
  })

  it('refuses an empty key of an index', () => {
    expect(() => checkTableInput({ Item: { boardKey: '' } })).toThrow('boardKey')
    expect(() => checkTableInput({ ExpressionAttributeValues: { ':dueShard': '' } })).toThrow('dueShard')
  })

  it('stands in front of every command of a client', async () => {
    const bare = new DynamoDBClient({
      region: 'ap-southeast-1',
      endpoint: 'http://127.0.0.1:1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    })
    const client = guardTables(DynamoDBDocumentClient.from(bare))

    const putting = client.send(
      new PutCommand({ TableName: 'alerts', Item: { PK: 'x', SK: 'y', listKey: '' } }),
    )

    await expect(putting).rejects.toThrow('empty key of an index')
    bare.destroy()
  })
})
