import { describe, expect, test } from 'vitest'
import { resolve, unknownIntrinsics } from '../../../../local/template/resolve.ts'

const values = new Map<string, unknown>([
  ['Queue', 'http://127.0.0.1:1/000000000000/queue'],
  ['Queue.Arn', 'arn:aws:sqs:local:000000000000:queue'],
  ['AWS::Region', 'local'],
])

describe('resolving intrinsics', () => {
  test.each([
    [{ Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/queue'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:local:000000000000:queue'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:aws:sqs:local:000000000000:queue'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] }, 'a-local-3'],
    [{ 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'queue'],
    [{ 'Fn::Split': [',', 'a,b'] }, ['a', 'b']],
    [
      { 'Fn::Sub': 'in ${AWS::Region}: ${Queue.Arn} ${!kept}' },
      'in local: arn:aws:sqs:local:000000000000:queue ${kept}',
    ],
    [{ 'Fn::Sub': ['${own} ${AWS::Region}', { own: { Ref: 'AWS::Region' } }] }, 'local local'],
  ])('resolves %j', (part, resolved) => {
    expect(resolve(part, values)).toEqual(resolved)
  })

  test('leaves plain values as they are, at any depth', () => {
    const part = { list: [1, true, null, { Refs: 'Queue' }], text: '${Queue}' }

    expect(resolve(part, values)).toEqual(part)
  })

  test('drops what stands for no value from maps and lists', () => {
    const none = { Ref: 'AWS::NoValue' }

    expect(resolve({ a: none, b: [none, 1] }, values)).toEqual({ b: [1] })
  })

  test.each([
    [{ Ref: 'Nothing' }, 'unresolved reference Nothing'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'unresolved reference Queue.Colour'],
    [{ 'Fn::ImportValue': 'x' }, 'unknown intrinsic Fn::ImportValue'],
    [{ 'Fn::Select': [7, ['a']] }, 'no such item'],
    [{ 'Fn::Join': ['-', 'a'] }, 'Fn::Join: expected a list'],
  ])('refuses %j', (part, message) => {
    expect(() => resolve(part, values)).toThrow(message)
  })

  test('names the intrinsics that it does not know, also inside others', () => {
    const part = { a: { 'Fn::If': ['c', { 'Fn::Base64': 'x' }, { Ref: 'Queue' }] }, b: [{ 'Fn::Sub': 'x' }] }

    expect(unknownIntrinsics(part)).toEqual(['Fn::If', 'Fn::Base64'])
  })
})
