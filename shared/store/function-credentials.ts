/** Set by whoever runs a function: Lambda, or the runner of one machine. */
const read = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

/**
 * Bundled in place of the SDK's own search for credentials in files, sign-ins, containers and instance metadata,
 * which is a fifth of a bundle and never used: a function always has them as variables.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: read('AWS_ACCESS_KEY_ID'),
  secretAccessKey: read('AWS_SECRET_ACCESS_KEY'),
  sessionToken: process.env['AWS_SESSION_TOKEN'],
})
