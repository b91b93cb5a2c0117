import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiPaths, isScreen } from '../../infra/console-headers.ts'
import { resourcesOf, synthesize } from './synthesized.ts'

const behaviour = z.object({
  CachePolicyId: z.string().optional(),
  OriginRequestPolicyId: z.string().optional(),
  ViewerProtocolPolicy: z.string(),
})
const distributionSchema = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: behaviour.extend({
      ResponseHeadersPolicyId: z.unknown(),
      FunctionAssociations: z.array(z.unknown()),
    }),
    CustomErrorResponses: z
      .array(z.strictObject({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number() }))
      .optional(),
    CacheBehaviors: z.array(
      behaviour.extend({ PathPattern: z.string(), AllowedMethods: z.array(z.string()) }),
    ),
  }),
})
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
/** Hands Authorization, Accept-Language and the rest on. */
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'
const codeSchema = z.object({ FunctionCode: z.string() })

describe.each(['dev', 'prod'])('the console of stage %s', (stageName) => {
  const template = synthesize(stageName)
  const [distribution] = resourcesOf(template, 'AWS::CloudFront::Distribution', distributionSchema)

  it('has the API behind its own address, with every method and header, and nothing kept on the way', () => {
    const behaviours = distribution?.DistributionConfig.CacheBehaviors ?? []

    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual([...apiPaths])
    for (const { AllowedMethods, CachePolicyId, OriginRequestPolicyId, ViewerProtocolPolicy } of behaviours) {
      expect(AllowedMethods).toContain('POST')
      expect(CachePolicyId).toBe(cachingDisabled)
      expect(OriginRequestPolicyId).toBe(allButHost)
      expect(ViewerProtocolPolicy).toBe('https-only')
    }
  })

  it('keeps no refusal or failure for the next caller either, who may be somebody else', () => {
    const errors = distribution?.DistributionConfig.CustomErrorResponses ?? []

    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([403, 404, 500, 502, 503, 504]),
    )
    expect(new Set(errors.map(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL))).toEqual(new Set([0]))
  })

  it('gives pages a policy without foreign scripts, for sign-in and uploads alone beside itself', () => {
    const [policy] = resourcesOf(
      template,
      'AWS::CloudFront::ResponseHeadersPolicy',
      z.object({
        ResponseHeadersPolicyConfig: z.object({
          SecurityHeadersConfig: z.object({
            ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown() }),
            StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.number().min(31_536_000) }),
          }),
        }),
      }),
    )
    const { SecurityHeadersConfig: headers } = policy?.ResponseHeadersPolicyConfig ?? {}
    const text = JSON.stringify(headers?.ContentSecurityPolicy.ContentSecurityPolicy)

    expect(text).toContain("default-src 'none'; script-src 'self';")
    expect(text).toContain("require-trusted-types-for 'script'")
    // Where tokens are given, renewed and taken back lies beside the issuer.
    expect(text).toMatch(/connect-src 'self' https:\/\/cognito-idp\.[^;]*\.auth\./)
    expect(text).not.toContain('unsafe')
    expect(text).not.toContain('*')
  })

  it.each([
    ['/', '/index.html'],
    ['/alerts/2026-1/board', '/index.html'],
    ['/assets/main-1.js', '/assets/main-1.js'],
    ['/console.json', '/console.json'],
  ])('answers %s with %s, as the runner does', (uri, expected) => {
    const [{ FunctionCode: code } = { FunctionCode: '' }] = resourcesOf(
      template,
      'AWS::CloudFront::Function',
      codeSchema,
    )

    // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval, typescript/no-unsafe-call -- it is CloudFront's own language
    const answer: unknown = new Function('event', `${code}; return handler(event)`)({ request: { uri } })

    expect(answer).toEqual({ uri: expected })
    expect(isScreen(uri)).toBe(expected !== uri)
  })
})
