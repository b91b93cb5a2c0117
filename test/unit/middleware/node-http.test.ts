import http from 'node:http'
import { expect, test } from 'vitest'
import * as standIn from '../../../shared/middleware/node-http.ts'

test('what stands in for node:http in bundles is the same under the same names', () => {
  const { Agent, request, STATUS_CODES } = http

  expect({ ...standIn }).toEqual({ Agent, request, STATUS_CODES })
})
