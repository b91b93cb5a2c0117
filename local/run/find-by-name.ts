/** A resource as people name it: by its logical id, or by the name it has in the run. */
export type NamedResource = { logicalId: string; name: string }

/**
 * Finds the resource that a short name means: `send-sms` for `SendSmsFunction1A2B3C4D`, `first` for the queue
 * `FirstQueue…` and not for `FirstDeadQueue…`. An exact match counts before a beginning, a beginning before an
 * end, an end before a part. Throws where nothing or more than one thing is meant.
 */
export function findByName<Resource extends NamedResource>(
  resources: readonly Resource[],
  wanted: string,
): Resource {
  const key = plain(wanted)
  const tiers: ((candidate: string) => boolean)[] = [
    (candidate) => candidate === key,
    (candidate) => candidate.startsWith(key),
    (candidate) => candidate.endsWith(key),
    (candidate) => candidate.includes(key),
  ]
  for (const matches of tiers) {
    const found = resources.filter((resource) => keysOf(resource).some(matches))
    const shortest = Math.min(...found.map((resource) => plain(withoutHash(resource.logicalId)).length))
    const best = found.filter((resource) => plain(withoutHash(resource.logicalId)).length === shortest)
    const [only, ...others] = best
    if (only !== undefined && others.length === 0) return only
    if (others.length > 0)
      throw new Error(`${wanted} could mean ${best.map(({ logicalId }) => logicalId).join(', ')}`)
  }
  throw new Error(`no ${wanted} among ${resources.map(({ logicalId }) => logicalId).join(', ')}`)
}

function keysOf({ logicalId, name }: NamedResource): string[] {
  const id = plain(withoutHash(logicalId))
  return [id, plain(logicalId), plain(name), id.replace(/(function|queue|table|rule|bucket)$/, '')]
}

/** CDK ends a logical id in eight hexadecimal digits. */
function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '')
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
