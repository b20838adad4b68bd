/** Who is signed in on this device. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Me } from '#kernel/person/contract.ts'

export type Session = { readonly me: Me | undefined; readonly again: () => void; readonly elder: boolean }
export const SessionContext = createContext<Session>({ me: undefined, again: () => {}, elder: false })
export const useSession = (): Session => useContext(SessionContext)
