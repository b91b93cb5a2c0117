import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { StageSettings } from '../stage-settings.ts'

/**
 * Who may hold a token: people whom an admin invites, with a password and a code of their authenticator app. What
 * they may do stands in the roster table, not here. Second factors never go by SMS, which shares the rate and the
 * budget of the alerts.
 */
export class SignIn extends Construct {
  readonly userPool: UserPool
  readonly client: UserPoolClient
  /** Where people sign in. */
  readonly url: string

  constructor(scope: Construct, id: string, stage: StageSettings) {
    super(scope, id)
    this.userPool = addUserPool(this, stage)
    this.client = addClient(this, this.userPool, stage.consoleOrigins)
    const domain = this.userPool.addDomain('Domain', {
      // Prefixes are shared by all accounts of a Region.
      cognitoDomain: { domainPrefix: `siang-${stage.name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    addBranding(this, this.userPool, this.client)
    this.url = domain.baseUrl()
  }
}

/** Without a style the sign-in page answers with an error. */
const addBranding = (scope: Construct, userPool: UserPool, client: UserPoolClient): CfnManagedLoginBranding =>
  new CfnManagedLoginBranding(scope, 'Branding', {
    userPoolId: userPool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  })

const addUserPool = (scope: Construct, stage: StageSettings): UserPool =>
  new UserPool(scope, 'UserPool', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    mfa: stage.signInNeedsSecondFactor ? Mfa.REQUIRED : Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    userInvitation: {
      emailSubject: 'Your Siang account',
      emailBody: 'You may sign in to Siang as {username}. Your temporary password is {####}',
    },
    deletionProtection: stage.keepData,
    removalPolicy: stage.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })

const addClient = (
  scope: Construct,
  userPool: UserPool,
  consoleOrigins: readonly string[],
): UserPoolClient => {
  const pages = consoleOrigins.map((origin) => `${origin}/`)
  return new UserPoolClient(scope, 'Client', {
    userPool,
    generateSecret: false,
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    authFlows: { userSrp: true },
    ...(pages.length === 0
      ? { disableOAuth: true }
      : {
          oAuth: {
            flows: { authorizationCodeGrant: true },
            scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
            callbackUrls: pages,
            logoutUrls: pages,
          },
        }),
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    // On a phone that a person called theirs; rights are read on each request, and disabling signs out at once.
    refreshTokenValidity: Duration.days(30),
    refreshTokenRotationGracePeriod: Duration.seconds(30),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  })
}
