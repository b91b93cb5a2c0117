import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const mapping = z.looseObject({
  Type: z.literal('AWS::Lambda::EventSourceMapping'),
  Properties: z.looseObject({ FunctionName: z.unknown() }),
})
const template = z.looseObject({ Resources: z.record(z.string(), z.unknown()) })

const isOfSender = (functionName: unknown): boolean => /sendsms/i.test(JSON.stringify(functionName))

/** Copies an assembly to a folder, with the queues of `send-sms` polled by nobody: its senders run elsewhere. */
export const copyWithoutSenders = async (assemblyFolder: string, to: string): Promise<void> => {
  await cp(assemblyFolder, to, { recursive: true })
  const name = (await readdir(to)).find((file) => file.endsWith('.template.json'))
  if (name === undefined) throw new Error('the assembly has no template')
  const { Resources, ...rest } = template.parse(JSON.parse(await readFile(join(to, name), 'utf8')))
  let disabled = 0
  const changed = Object.entries(Resources).map(([logicalId, resource]) => {
    const found = mapping.safeParse(resource)
    if (!found.success || !isOfSender(found.data.Properties.FunctionName)) return [logicalId, resource]
    disabled += 1
    return [logicalId, { ...found.data, Properties: { ...found.data.Properties, Enabled: false } }]
  })
  if (disabled !== 3) throw new Error(`send-sms has ${disabled} queues, 3 expected`)
  await writeFile(join(to, name), JSON.stringify({ ...rest, Resources: Object.fromEntries(changed) }))
}
