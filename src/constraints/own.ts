import { type BeamDump, beamDump } from './beam-dump.ts'
import type { Entry } from './constraint.ts'
import type { PublishedLimit } from './published.ts'
import { recast } from './recast.ts'

/** A constraint of a user's own as plain data: a published curve, or a dump to be computed. */
export type OwnLimit = { readonly published: PublishedLimit } | { readonly dump: BeamDump }

/** The entry that plain data stand for. */
export const ownEntry = (own: OwnLimit): Entry => ('dump' in own ? beamDump(own.dump) : recast(own.published))
