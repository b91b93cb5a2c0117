import * as z from 'zod'
import { allowances } from '../domain/user-rights.ts'
import { roles } from '../domain/user.ts'
import { languages } from '../domain/village.ts'
import { changesSomething, cursor, id, pageLimit, sayWhatChanges } from './fields.ts'
import { enteredText } from './roster.ts'
import { said } from './said.ts'

const userId = z.lazy(() => z.string().min(1).max(128))
const role = z.lazy(() => z.enum(roles))
const status = z.lazy(() => z.enum(['active', 'disabled']))
const epochSeconds = z.lazy(() => z.number().int())

/** An area's official code, or LA for the whole country. */
const userArea = z.lazy(() =>
  z
    .string()
    .regex(
      /^(LA|\d{2}|\d{4}|\d{7})$/,
      said(
        'Give LA for the whole country, or the 2, 4 or 7 digits of a province, district or village.',
        'ໃສ່ LA ສຳລັບທົ່ວປະເທດ, ຫຼື 2, 4 ຫຼື 7 ຕົວເລກຂອງແຂວງ, ເມືອງ ຫຼື ບ້ານ.',
      ),
    ),
)

/** A user as stored. */
export const userRecord = z.lazy(() =>
  z.object({
    id: userId,
    name: z.string().min(1).max(120),
    /** None while all that the person is to have waits for a second admin. */
    roles: z.array(role),
    areas: z.array(userArea).min(1),
    status,
    personId: userId.optional(),
    phone: z.e164().optional(),
    language: z.enum(languages).optional(),
    recipientsPerHour: z.number().int().optional(),
    request: z
      .object({
        id: z.string(),
        roles: z.array(role),
        areas: z.array(userArea),
        by: userId,
        atEpochSeconds: epochSeconds,
        expiresAtEpochSeconds: epochSeconds,
      })
      .optional(),
    lastRequest: z
      .object({ id: z.string(), outcome: z.enum(['confirmed', 'refused']), by: userId })
      .optional(),
    inviteId: z.string().optional(),
    revision: z.number().int().optional(),
  }),
)

/** What was asked for by an admin and waits for another one. */
const waitingRequest = z.lazy(() =>
  z.object({
    requestId: id,
    roles: z.array(role),
    areas: z.array(userArea),
    by: userId,
    atIso: z.string(),
    expiresAtIso: z.string(),
  }),
)

/** A user as lists show them. */
export const userListEntry = z.lazy(() =>
  z.object({
    id: userId,
    name: z.string(),
    /** What holds now. */
    roles: z.array(role),
    areas: z.array(userArea),
    status,
    personId: userId.nullable(),
    hasPhone: z.boolean(),
    language: z.enum(languages).nullable(),
    /** How many people they may write to within an hour. */
    recipientsPerHour: z.number().int(),
    awaitsSecondAdmin: waitingRequest.nullable(),
  }),
)

/** The same with the phone number, which is masked but where one user is read. */
export const userView = z.lazy(() =>
  userListEntry
    .unwrap()
    .omit({ hasPhone: true })
    .extend({ phone: z.string().nullable(), phoneMasked: z.boolean(), etag: z.string() }),
)

/** `GET /v1/me`. */
export const meView = z.lazy(() =>
  z.object({
    id: userId,
    name: z.string(),
    roles: z.array(role),
    areas: z.array(userArea),
    personId: userId.nullable(),
    language: z.enum(languages).nullable(),
    /** What the roles are for; all of it in the areas alone. */
    may: z.array(z.enum(allowances)),
    recipientsPerHour: z.number().int(),
  }),
)

const rolesWanted = z.lazy(() =>
  z
    .array(role)
    .min(1)
    .max(roles.length)
    .refine(
      (given) => new Set(given).size === given.length,
      said('Name each role once.', 'ໃສ່ແຕ່ລະບົດບາດເທື່ອດຽວ.'),
    ),
)
const areasWanted = z.lazy(() => z.array(userArea).min(1).max(150))
const recipientsPerHour = z.lazy(() => z.number().int().min(1).max(1_000_000))

/** What `POST /v1/users` takes. The phone number may be written as people write it, from abroad with + and country. */
export const inviteBody = z.lazy(() =>
  z.object({
    email: z.email(said('Give an email address.', 'ໃສ່ອີເມວ.')).max(254).toLowerCase(),
    name: enteredText(1, 120),
    roles: rolesWanted,
    areas: areasWanted,
    phone: z.string().max(40).optional(),
    language: z.enum(languages).optional(),
    personId: id.optional(),
  }),
)

/** What `PATCH /v1/users/{userId}` takes: only what changes; null takes an optional field away. */
export const userPatch = z.lazy(() =>
  z
    .object({
      name: enteredText(1, 120),
      roles: rolesWanted,
      areas: areasWanted,
      phone: z.string().max(40).nullable(),
      language: z.enum(languages).nullable(),
      personId: id.nullable(),
      recipientsPerHour: recipientsPerHour.nullable(),
    })
    .partial()
    .refine(changesSomething, sayWhatChanges),
)

/** Which request is answered, as it was read. */
export const requestAnswerBody = z.lazy(() => z.object({ requestId: id }))

export const userQuery = z.lazy(() =>
  z.object({
    area: userArea.optional(),
    role: role.optional(),
    status: status.optional(),
    /** Only those of whom something waits for a second admin. */
    awaitsSecondAdmin: z.enum(['true']).optional(),
    cursor: cursor.optional(),
    limit: pageLimit(200, 50),
  }),
)

export const userPage = z.lazy(() =>
  z.object({ users: z.array(userListEntry), nextCursor: z.string().nullable() }),
)
