import type { Member, Village } from '../domain/village.ts'

const names = {
  '#proven': 'lastProvenReachableAtIso',
  '#failed': 'failedSms',
  '#status': 'status',
  '#quarantined': 'quarantinedAtIso',
} as const
type Name = keyof typeof names

/**
 * What changes of the members, as an UpdateItem on condition that nobody edited the village and nobody counted a
 * failure of the same members since it was read.
 */
export const expressMarks = (village: Village, members: readonly Member[]) => {
  const sets: string[] = []
  const removes: string[] = []
  const conditions = ['revision = :revision']
  const values: Record<string, unknown> = { ':revision': village.revision }
  const used = new Set<Name>()
  const put = (name: Name, index: number, value: unknown): void => {
    used.add(name)
    if (value === undefined) removes.push(`members[${index}].${name}`)
    else {
      sets.push(`members[${index}].${name} = :v${sets.length}`)
      values[`:v${sets.length - 1}`] = value
    }
  }
  for (const [index, to] of members.entries()) {
    const from = village.members[index]
    if (from === undefined || from === to) continue
    if (from.lastProvenReachableAtIso !== to.lastProvenReachableAtIso)
      put('#proven', index, to.lastProvenReachableAtIso)
    if (from.status !== to.status) put('#status', index, to.status)
    if (from.quarantinedAtIso !== to.quarantinedAtIso) put('#quarantined', index, to.quarantinedAtIso)
    if (from.failedSms === to.failedSms) continue
    put('#failed', index, to.failedSms)
    const known = from.failedSms ?? []
    const last = known.at(-1)
    // Whoever counts another failure puts it behind the last: place and id of the last one tell the whole list.
    conditions.push(`attribute_not_exists(members[${index}].#failed[${known.length}])`)
    if (last === undefined) continue
    conditions.push(`members[${index}].#failed[${known.length - 1}].gatewayMessageId = :was${index}`)
    values[`:was${index}`] = last.gatewayMessageId
  }
  return {
    UpdateExpression: [
      ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
      ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
    ].join(' '),
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries([...used].map((name) => [name, names[name]])),
    ExpressionAttributeValues: values,
  }
}
