/** The texts of a Korean catalogue in English, which has a form of its own for one of a thing. */
export type InEnglish<Korean> = Record<keyof Korean | Singular<keyof Korean>, string>

type Singular<Key> = Key extends `${infer Base}_other` ? `${Base}_one` : never
