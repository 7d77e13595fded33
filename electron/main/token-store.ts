import { z } from 'zod'
import type { TokenStore } from '../station/imweb/session.ts'
import type { Cipher } from './cipher.ts'
import { createSecretStore } from './secret-store.ts'

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string() })

/** A store's tokens; where they are kept in memory only, the store has to be connected again after a restart. */
export const createTokenStore = (file: string, cipher: Cipher): TokenStore =>
  createSecretStore(file, cipher, tokensSchema)
