import { existsSync } from 'node:fs'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { apiPaths, consoleCaching, consoleHeaders } from '../console-headers.ts'
import type { StageSettings } from '../stage-settings.ts'
import { addServiceLog } from './service-log.ts'
import type { SignIn } from './sign-in.ts'

type ConsoleProps = {
  readonly stage: StageSettings
  readonly signIn: SignIn
  readonly api: HttpApi
  /** Where rosters are put and fetched by signed URL. */
  readonly uploads: Bucket
  /** Folder of the built console. */
  readonly folder: string
}

/** What names no file is a screen, and every screen is the same page. As `isScreen` of console-headers.ts. */
const toScreen = `
function handler(event) {
  var request = event.request;
  if (!/\\.[a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}
`

/**
 * The console and the API behind one address: pages from a bucket that nobody reaches but CloudFront, the API's paths
 * handed on as they are. Its log groups are in CloudFront's own Region and are not made here.
 */
export class Console extends Construct {
  readonly url: string

  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id)
    const bucket = addBucket(this, props.stage)
    const distribution = this.addDistribution(bucket, props)
    this.url = `https://${distribution.distributionDomainName}`
    addFiles(this, { bucket, distribution, props })
  }

  private addDistribution(bucket: IBucket, { api, signIn, stage, uploads }: ConsoleProps): Distribution {
    const handedOn = handOnTo(api)
    return new Distribution(this, 'Distribution', {
      comment: `Siang console (${stage.name})`,
      defaultRootObject: 'index.html',
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        compress: true,
        responseHeadersPolicy: addHeaders(this, { signIn, stage, uploads }),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'ToScreen', {
              code: FunctionCode.fromInline(toScreen),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, handedOn])),
      errorResponses: keptErrors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    })
  }
}

const addBucket = (scope: Construct, stage: StageSettings): IBucket => {
  const bucket = new Bucket(scope, 'Pages', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the CDK's types are not for exactOptionalPropertyTypes
  return bucket as IBucket
}

/**
 * CloudFront keeps these for 10 seconds whatever the cache policy says, and gives them to the next caller of the path,
 * whoever that is: one officer's "not found" would hide an alert from the one whose it is.
 */
const keptErrors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504]

/** The API takes every method and decides itself what may be kept: nothing of it is cached on the way. */
const handOnTo = (api: HttpApi): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${Stack.of(api).region}.amazonaws.com`),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  compress: true,
})

const addHeaders = (
  scope: Construct,
  { signIn, stage, uploads }: Pick<ConsoleProps, 'signIn' | 'stage' | 'uploads'>,
): ResponseHeadersPolicy => {
  const issuer = `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com`
  const headers = consoleHeaders({
    reaches: [issuer, signIn.url, `https://${uploads.bucketRegionalDomainName}`],
  })
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `siang-${stage.name}-console`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'], override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: (['permissions-policy', 'cross-origin-opener-policy'] as const).map((header) => ({
        header,
        value: headers[header],
        override: true,
      })),
    },
  })
}

type Files = { bucket: IBucket; distribution: Distribution; props: ConsoleProps }

/** Assets first and for ever, then the pages that name them; old assets stay for who has an old page open. */
const addFiles = (scope: Construct, { bucket, distribution, props }: Files): void => {
  const { folder, signIn, stage } = props
  if (!existsSync(folder))
    throw new Error(`The console is not built: ${folder} is missing. Run: npm run build:console`)
  const shared = {
    destinationBucket: bucket,
    prune: false,
    memoryLimit: 256,
    logGroup: addServiceLog(scope, 'DeploymentLog', stage),
  }
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**', 'assets/**/*.map'] })],
    cacheControl: [CacheControl.fromString(consoleCaching.assets)],
  })
  const pages = new BucketDeployment(scope, 'PagesDeployment', {
    ...shared,
    sources: [
      Source.asset(folder, { exclude: ['assets', 'assets/**', '**/*.map'] }),
      Source.jsonData('console.json', settingsOf(scope, signIn, stage)),
    ],
    cacheControl: [CacheControl.fromString(consoleCaching.rest)],
    distribution,
    distributionPaths: ['/*'],
  })
  pages.node.addDependency(assets)
}

/** What the console reads first. */
const settingsOf = (scope: Construct, signIn: SignIn, stage: StageSettings) => ({
  stage: stage.name,
  issuer: `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com/${signIn.userPool.userPoolId}`,
  clientId: signIn.client.userPoolClientId,
  scopes: ['openid', 'email'],
  logoutUrl: `${signIn.url}/logout`,
  phones: false,
})
